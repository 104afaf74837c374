import type { Bits } from './bits.ts'
import { bitsBelow, CALM, learned } from './rice-mean.ts'
import type { SlotMemory } from './slot-memory.ts'

/**
 * Three neighbouring channels (a position, a rotation's components) as what differs from a prediction: that they stay, or
 * that they go on as between the last two samples, whichever was nearer lately.
 *
 * @param stride length of this step ÷ length of the last one; 0: no speed is known.
 */
export function codeThree(
  bits: Bits,
  memory: SlotMemory,
  next: Int32Array,
  at: number,
  stride: number,
): void {
  const { last, before, means } = memory
  const stay = means[at] ?? 0
  const goOn = means[at + 1] ?? 0
  const goes = goOn <= stay
  const mean = goes ? goOn : stay
  const x = last[at] ?? 0
  const y = last[at + 1] ?? 0
  const z = last[at + 2] ?? 0
  const xOn = x + Math.round((x - (before[at] ?? 0)) * stride)
  const yOn = y + Math.round((y - (before[at + 1] ?? 0)) * stride)
  const zOn = z + Math.round((z - (before[at + 2] ?? 0)) * stride)
  let xNow = goes ? xOn : x
  let yNow = goes ? yOn : y
  let zNow = goes ? zOn : z
  const dx = (next[at] ?? 0) - xNow
  const dy = (next[at + 1] ?? 0) - yNow
  const dz = (next[at + 2] ?? 0) - zNow
  if (mean >= CALM || bits.plain(1, (dx | dy | dz) === 0 ? 0 : 1) === 1) {
    const below = bitsBelow(mean)
    xNow += bits.rice(below, dx)
    yNow += bits.rice(below, dy)
    zNow += bits.rice(below, dz)
  }
  means[at] = learned(stay, Math.abs(xNow - x) + Math.abs(yNow - y) + Math.abs(zNow - z))
  means[at + 1] = learned(goOn, Math.abs(xNow - xOn) + Math.abs(yNow - yOn) + Math.abs(zNow - zOn))
  before[at] = x
  before[at + 1] = y
  before[at + 2] = z
  last[at] = xNow
  last[at + 1] = yNow
  last[at + 2] = zNow
}
