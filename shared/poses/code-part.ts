import { leaveOut } from '#shared/protocol/smallest-three.ts'
import type { Bits } from './bits.ts'
import { DISCONTINUITY, PARTS, type Part } from './channels.ts'
import { codeThree } from './code-three.ts'
import type { QuantisedSample } from './quantised-sample.ts'
import { FIRST_MEAN } from './rice-mean.ts'
import type { SlotMemory } from './slot-memory.ts'

const COMPONENT_BITS = 10
const STEP_BITS = 8

/** A part that was there in the last sample, as what differs from a prediction. */
export function codeChange(
  bits: Bits,
  memory: SlotMemory,
  next: Int32Array,
  part: Part,
  stride: number,
  sameForm: boolean,
): void {
  const { last, before } = memory
  const { position, rotations, step } = part
  if (position >= 0) codeThree(bits, memory, next, position, stride)
  const othersLeftOut = !sameForm && bits.plain(1, hasSameLeftOut(last, next, rotations) ? 0 : 1) === 1
  for (const at of rotations) {
    if (othersLeftOut) {
      const largest = bits.plain(2, next[at] ?? 0)
      leaveOut(largest, last, at)
      leaveOut(largest, before, at)
    }
    codeThree(bits, memory, next, at + 1, stride)
  }
  if (step >= 0 && !sameForm && bits.plain(1, next[step] === last[step] ? 0 : 1) === 1)
    last[step] = bits.plain(STEP_BITS, next[step] ?? 0)
}

/** A part that was not, in full; nothing is known of its speed. */
export function codeWhole(bits: Bits, memory: SlotMemory, next: Int32Array, part: Part): void {
  const { last, before } = memory
  const { position, positionBits, rotations, step } = part
  if (position >= 0) wholeThree(bits, memory, next, position, positionBits)
  for (const at of rotations) {
    before[at] = last[at] = bits.plain(2, next[at] ?? 0)
    wholeThree(bits, memory, next, at + 1, COMPONENT_BITS)
  }
  if (step >= 0) last[step] = bits.plain(STEP_BITS, next[step] ?? 0)
}

function wholeThree(
  bits: Bits,
  { last, before, means }: SlotMemory,
  next: Int32Array,
  from: number,
  count: number,
): void {
  const middle = 1 << (count - 1)
  for (let at = from; at < from + 3; at++)
    before[at] = last[at] = bits.plain(count, (next[at] ?? 0) + middle) - middle
  means[from] = means[from + 1] = FIRST_MEAN
}

/** The same parts, components left out and steps as in the last sample: most samples differ in three-number values alone. */
export function hasFormOf({ mask, last }: SlotMemory, next: QuantisedSample): boolean {
  if (next.mask !== (mask & ~DISCONTINUITY)) return false
  for (const { has, rotations, step } of PARTS) {
    if (!(mask & has)) continue
    if (step >= 0 && next.channels[step] !== last[step]) return false
    if (!hasSameLeftOut(last, next.channels, rotations)) return false
  }
  return true
}

function hasSameLeftOut(last: Int32Array, next: Int32Array, rotations: readonly number[]): boolean {
  for (const at of rotations) if (last[at] !== next[at]) return false
  return true
}
