import { angleBetween, slerp } from './flat-rotations.ts'
import {
  CUT,
  MOVING,
  NUMBERS,
  NUMBERS_AT,
  positionParts,
  ROTATIONS_AT,
  rotationParts,
} from './pose-layout.ts'
import type { SampleRing } from './sample-ring.ts'

/** Past the newest sample motion goes on, ever slower, for this long; then it holds. */
export const BEYOND_MS = 80
/** A pause this long before the newest sample tells nothing of its speed. */
const LONGEST_STEP_MS = 250
/** Turning slower than this is tracking noise, radians per ms. */
const STILL_TURN = 2e-4

/** Writes the person at a session time as the samples tell; answers the parts there are. The ring is not empty. */
export function evaluate(ring: SampleRing, atMs: number, out: Float64Array): number {
  const i = segmentAt(ring, atMs)
  const ends = i + 1 < ring.count
  if (ends) between(ring, i, atMs, out)
  else beyond(ring, i, atMs - ring.timeMs(i), out)
  return ring.parts(i) & ~CUT
}

/** The last sample that is not later; the first one when all are. */
function segmentAt(ring: SampleRing, atMs: number): number {
  let i = ring.count - 1
  while (i > 0 && ring.timeMs(i) > atMs) i -= 1
  return i
}

function between(ring: SampleRing, i: number, atMs: number, out: Float64Array): void {
  const { values } = ring
  const a = ring.at(i)
  const b = ring.at(i + 1)
  const stepMs = ring.timeMs(i + 1) - ring.timeMs(i)
  const u = Math.max(0, (atMs - ring.timeMs(i)) / stepMs)
  for (let p = 0; p < positionParts.length; p += 1) {
    const at = p * 3
    const part = positionParts[p] ?? 0
    if (ring.linked(i, part)) hermite(ring, i, p, u, out)
    else copy(values, a + at, out, at, 3)
  }
  for (let r = 0; r < rotationParts.length; r += 1) {
    const at = ROTATIONS_AT + r * 4
    const part = rotationParts[r] ?? 0
    if ((ring.parts(i) & part) !== part) continue
    if (ring.linked(i, part)) slerp(values, a + at, values, b + at, u, out, at)
    else copy(values, a + at, out, at, 4)
  }
  copy(values, a + NUMBERS_AT, out, NUMBERS_AT, NUMBERS)
}

/** The cubic with the speeds at both ends; an unsure speed is that of the straight line. */
function hermite(ring: SampleRing, i: number, p: number, u: number, out: Float64Array): void {
  const { values, speeds } = ring
  const a = ring.at(i) + p * 3
  const b = ring.at(i + 1) + p * 3
  const start = ring.speedAt(i, p)
  const end = ring.speedAt(i + 1, p)
  const startSure = speeds[start + 3] ?? 0
  const endSure = speeds[end + 3] ?? 0
  const stepMs = ring.timeMs(i + 1) - ring.timeMs(i)
  const rest = 1 - u
  for (let axis = 0; axis < 3; axis += 1) {
    const from = values[a + axis] ?? 0
    const way = (values[b + axis] ?? 0) - from
    const startBend = startSure * ((speeds[start + axis] ?? 0) * stepMs - way)
    const endBend = endSure * ((speeds[end + axis] ?? 0) * stepMs - way)
    out[p * 3 + axis] = from + u * way + u * rest * (rest * startBend - u * endBend)
  }
}

/** Past the newest sample: head and hands go on with decaying speed, all else holds. */
function beyond(ring: SampleRing, i: number, lateMs: number, out: Float64Array): void {
  const { values } = ring
  const a = ring.at(i)
  const on = Math.max(0, Math.min(BEYOND_MS, lateMs))
  /** As if it went at full speed for this long. */
  const onMs = on - (on * on) / (2 * BEYOND_MS)
  copy(values, a, out, 0, NUMBERS_AT + NUMBERS)
  const stepMs = i > 0 ? ring.timeMs(i) - ring.timeMs(i - 1) : Infinity
  if (onMs === 0 || stepMs > LONGEST_STEP_MS) return
  const before = ring.at(i - 1)
  for (let m = 0; m < MOVING; m += 1) {
    if (!ring.linked(i - 1, positionParts[m] ?? 0)) continue
    const speed = ring.speedAt(i, m)
    const sure = ring.speeds[speed + 3] ?? 0
    for (let axis = 0; axis < 3; axis += 1)
      out[m * 3 + axis] = (out[m * 3 + axis] ?? 0) + onMs * sure * (ring.speeds[speed + axis] ?? 0)
    const at = ROTATIONS_AT + m * 4
    if (angleBetween(values, before + at, values, a + at) > STILL_TURN * stepMs)
      slerp(values, before + at, values, a + at, 1 + onMs / stepMs, out, at)
  }
}

function copy(from: Float64Array, fromAt: number, to: Float64Array, at: number, length: number): void {
  for (let i = 0; i < length; i += 1) to[at + i] = from[fromAt + i] ?? 0
}
