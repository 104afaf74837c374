import type { Bits } from './bits.ts'
import { PARTS, type Part } from './channels.ts'
import { codeWhole } from './code-part.ts'
import { MEAN_BITS } from './rice-mean.ts'
import { TIME, type SlotMemory } from './slot-memory.ts'

const MASK_BITS = 7
const INTERVAL_BITS = 8
const PACE_BITS = 12
/** Speeds, in units a sample. */
const SPEED_BITS_BELOW = 3

/** Writes all that the next sample of a slot will be told from, or reads it into a memory whatever that held (and ignores `known`). */
export function codeMemory(bits: Bits, memory: SlotMemory, known: SlotMemory, atMs: number): void {
  memory.mask = bits.plain(MASK_BITS, known.mask)
  memory.timeMs = (atMs + bits.wide((known.timeMs - atMs) | 0)) >>> 0
  memory.intervalMs = bits.plain(INTERVAL_BITS, known.intervalMs)
  memory.pace = bits.plain(PACE_BITS, known.pace)
  memory.means[TIME] = bits.plain(MEAN_BITS, known.means[TIME] ?? 0)
  for (const part of PARTS) if (memory.mask & part.has) codePart(bits, memory, known, part)
}

function codePart(bits: Bits, memory: SlotMemory, known: SlotMemory, part: Part): void {
  codeWhole(bits, memory, known.last, part)
  if (part.position >= 0) codeTrend(bits, memory, known, part.position)
  for (const at of part.rotations) codeTrend(bits, memory, known, at + 1)
}

function codeTrend(bits: Bits, { last, before, means }: SlotMemory, known: SlotMemory, from: number): void {
  for (let at = from; at < from + 3; at++) {
    const speed = (known.last[at] ?? 0) - (known.before[at] ?? 0)
    before[at] = (last[at] ?? 0) - bits.rice(SPEED_BITS_BELOW, speed)
  }
  means[from] = bits.plain(MEAN_BITS, known.means[from] ?? 0)
  means[from + 1] = bits.plain(MEAN_BITS, known.means[from + 1] ?? 0)
}
