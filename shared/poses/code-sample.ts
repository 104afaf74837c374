import type { Bits } from './bits.ts'
import { DISCONTINUITY, HAS_HEAD, PARTS } from './channels.ts'
import { codeChange, codeWhole, hasFormOf } from './code-part.ts'
import type { QuantisedSample } from './quantised-sample.ts'
import { bitsBelow, learned } from './rice-mean.ts'
import { TIME, type SlotMemory } from './slot-memory.ts'

/** After a longer pause no speed is taken for granted. */
export const LONGEST_STEP_MS = 250
const MASK_BITS = 6

/**
 * Writes `next` as what differs from what the slot's memory lets expect, or reads such a difference (and then ignores
 * `next`); either way the memory holds the sample afterwards.
 */
export function codeSample(bits: Bits, memory: SlotMemory, next: QuantisedSample, atMs: number): void {
  const known = memory.mask
  const timeMs = codeTime(bits, memory, next.timeMs, atMs)
  const stepMs = known === 0 ? 0 : (timeMs - memory.timeMs) | 0
  const steady = stepMs > 0 && stepMs <= LONGEST_STEP_MS
  const stride = steady ? strideOf(stepMs, memory.intervalMs) : 0
  const sameForm = known !== 0 && bits.plain(1, hasFormOf(memory, next) ? 0 : 1) === 0
  const mask = sameForm ? known & ~DISCONTINUITY : codeMask(bits, known, next.mask)
  const stays = mask & DISCONTINUITY ? 0 : known & mask
  for (const part of PARTS) {
    if (stays & part.has) codeChange(bits, memory, next.channels, part, stride, sameForm)
    else if (mask & part.has) codeWhole(bits, memory, next.channels, part)
  }
  memory.mask = mask
  memory.timeMs = timeMs
  memory.intervalMs = steady ? stepMs : 0
  if (steady) memory.pace += memory.pace === 0 ? 16 * stepMs : (16 * stepMs - memory.pace) >> 2
}

/** Stamps are whole milliseconds: a difference of two is none. */
function strideOf(stepMs: number, lastMs: number): number {
  if (lastMs === 0) return 0
  return Math.abs(stepMs - lastMs) <= 2 ? 1 : Math.min(2, stepMs / lastMs)
}

/** The first one relative to the frame, the others to when they are due. */
function codeTime(bits: Bits, { mask, timeMs, pace, means }: SlotMemory, next: number, atMs: number): number {
  if (mask === 0) return (atMs + bits.wide((next - atMs) | 0)) >>> 0
  const due = timeMs + ((pace + 8) >> 4)
  const mean = means[TIME] ?? 0
  const late = bits.rice(bitsBelow(mean), (next - due) | 0)
  means[TIME] = learned(mean, 3 * Math.abs(late))
  return (due + late) >>> 0
}

function codeMask(bits: Bits, known: number, next: number): number {
  const same = known & ~DISCONTINUITY
  if (known !== 0 && bits.plain(1, next === same ? 0 : 1) === 0) return same
  return (bits.plain(MASK_BITS, next >> 1) << 1) | HAS_HEAD
}
