import { MOVING, positionParts } from './pose-layout.ts'
import type { SampleRing } from './sample-ring.ts'

/** Of one position in one sample: speed on three axes, m per ms, and how sure it is, 0 … 1. */
export const SPEED_SIZE = 4
/** Positions come in millimetres: over a step of h ms a speed below 1 mm / h is noise, above three times that it is motion. */
const NOISE_M = 0.001
/** The curve may swing past a turning point by so much. */
const UNSEEN_M = 0.002

/** Speeds of head and hands in sample i, told by its neighbours. A wrist hardly moves at its palm: there straight lines do. */
export function tellSpeeds(ring: SampleRing, i: number): void {
  for (let p = 0; p < MOVING; p += 1) tellSpeed(ring, i, p, positionParts[p] ?? 0)
}

function tellSpeed(ring: SampleRing, i: number, p: number, part: number): void {
  const { speeds } = ring
  const to = ring.speedAt(i, p)
  const beforeMs = ring.linked(i - 1, part) ? ring.timeMs(i) - ring.timeMs(i - 1) : 0
  const afterMs = ring.linked(i, part) ? ring.timeMs(i + 1) - ring.timeMs(i) : 0
  let squareBefore = 0
  let squareAfter = 0
  for (let axis = 0; axis < 3; axis += 1) {
    const into = beforeMs > 0 ? slope(ring, i - 1, p * 3 + axis) : 0
    const from = afterMs > 0 ? slope(ring, i, p * 3 + axis) : into
    speeds[to + axis] = beforeMs > 0 && afterMs > 0 ? limited(into, from, beforeMs, afterMs) : from
    squareBefore += into * into
    squareAfter += from * from
  }
  const noise = NOISE_M / Math.min(beforeMs || Infinity, afterMs || Infinity)
  const speed = Math.sqrt(Math.max(squareBefore, squareAfter))
  speeds[to + 3] = noise > 0 ? Math.max(0, Math.min(1, (speed / noise - 1) / 2)) : 0
}

function slope(ring: SampleRing, i: number, at: number): number {
  const rise = (ring.values[ring.at(i + 1) + at] ?? 0) - (ring.values[ring.at(i) + at] ?? 0)
  return rise / (ring.timeMs(i + 1) - ring.timeMs(i))
}

/** Of the parabola through three samples, what does not lead the curve past them (Fritsch and Carlson) by more than is seen. */
function limited(into: number, from: number, beforeMs: number, afterMs: number): number {
  const speed = (into * afterMs + from * beforeMs) / (beforeMs + afterMs)
  const free = into * from > 0 ? 3 * Math.min(Math.abs(into), Math.abs(from)) : 0
  // A tangent of slope m over h leads past by 4/27 m h.
  const most = free + (6.75 * UNSEEN_M) / Math.max(beforeMs, afterMs)
  return Math.max(-most, Math.min(most, speed))
}
