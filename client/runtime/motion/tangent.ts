import type { SampleRing } from './sample-ring.ts'

/** Positions come in millimetres: over one step of h ms a speed below 1 mm / h is noise, above three times that it is motion. */
const NOISE_M = 0.001
/** The curve may swing past a turning point by so much. */
const UNSEEN_M = 0.002

/**
 * Speed of a position (m per ms, 3 axes) at sample i, from its neighbours. Where the neighbours tell only noise it is the
 * chord of the segment it is asked for, which makes the curve a straight line there (`chord` −1: nought, nothing moves on).
 */
export function tangentInto(
  ring: SampleRing,
  i: number,
  part: number,
  at: number,
  chord: number,
  out: Float64Array,
): void {
  const before = ring.linked(i - 1, part)
  const after = ring.linked(i, part)
  const beforeMs = before ? ring.timeMs(i) - ring.timeMs(i - 1) : 0
  const afterMs = after ? ring.timeMs(i + 1) - ring.timeMs(i) : 0
  let squareBefore = 0
  let squareAfter = 0
  for (let axis = 0; axis < 3; axis += 1) {
    const into = before ? slope(ring, i - 1, at + axis) : 0
    const from = after ? slope(ring, i, at + axis) : into
    out[axis] = before && after ? limited(into, from, beforeMs, afterMs) : from
    squareBefore += into * into
    squareAfter += from * from
  }
  const noise = NOISE_M / Math.min(beforeMs || Infinity, afterMs || Infinity)
  const speed = Math.sqrt(Math.max(squareBefore, squareAfter))
  const share = Math.max(0, Math.min(1, (speed / noise - 1) / 2))
  for (let axis = 0; axis < 3; axis += 1) {
    const still = chord < 0 ? 0 : slope(ring, chord, at + axis)
    out[axis] = still + share * ((out[axis] ?? 0) - still)
  }
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
