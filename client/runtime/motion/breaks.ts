import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { angleBetween } from './flat-rotations.ts'
import { MOVING, positionParts, ROTATIONS_AT } from './pose-layout.ts'
import type { SampleRing } from './sample-ring.ts'

/** Nobody walks or ducks like that: somebody was moved, whatever the sample says. */
const LEAP_M = 1
const LEAP_M_PER_MS = 0.015
/** Out of sight for so long, one comes back where one is now. */
const ABSENT_MS = 1000
const ABSENT_M = 0.3
/** Less than this between two samples is standing still: millimetres as they come, and 5 cm/s. */
const STILL_M = 0.002
const STILL_M_PER_MS = 5e-5
const STILL_RADIANS = 0.01

/** Whether a sample does not follow from the newest one of a ring. */
export function isLeap(ring: SampleRing, { timeMs, head }: PoseSample): boolean {
  const newest = ring.at(ring.count - 1)
  const silentMs = timeMs - ring.timeMs(ring.count - 1)
  let square = 0
  for (let axis = 0; axis < 3; axis += 1)
    square += ((head.position[axis] ?? 0) - (ring.values[newest + axis] ?? 0)) ** 2
  const way = Math.sqrt(square)
  return (way > LEAP_M && way > LEAP_M_PER_MS * silentMs) || (way > ABSENT_M && silentMs > ABSENT_MS)
}

/** Whether the person stood still at the newest sample. Of one sample alone: yes. */
export function isStill(ring: SampleRing): boolean {
  const last = ring.count - 1
  if (last < 1) return true
  const most = Math.max(STILL_M, STILL_M_PER_MS * (ring.timeMs(last) - ring.timeMs(last - 1)))
  for (let m = 0; m < MOVING; m += 1) {
    if (!ring.linked(last - 1, positionParts[m] ?? 0)) continue
    if (distance(ring, last, m * 3) > most) return false
    const at = ROTATIONS_AT + m * 4
    if (angleBetween(ring.values, ring.at(last - 1) + at, ring.values, ring.at(last) + at) > STILL_RADIANS)
      return false
  }
  return true
}

function distance(ring: SampleRing, i: number, at: number): number {
  const a = ring.at(i - 1) + at
  const b = ring.at(i) + at
  let square = 0
  for (let axis = 0; axis < 3; axis += 1)
    square += ((ring.values[b + axis] ?? 0) - (ring.values[a + axis] ?? 0)) ** 2
  return Math.sqrt(square)
}
