import { Vector3 } from 'three'
import type { Anchor } from '#shared/live/acts.ts'

/** A place that a pen can be set down at. Metres, workplace. */
export interface Spot {
  readonly point: Vector3
  /** Of the surface, towards the eye; in the air: towards the eye. */
  readonly normal: Vector3
  /** The thing it is on; '' for anything else. */
  anchor: Anchor
  /** On a surface. */
  touches: boolean
  /** From the eye. */
  distance: number
}

export function createSpot(): Spot {
  return { point: new Vector3(), normal: new Vector3(0, 0, 1), anchor: '', touches: false, distance: 1 }
}

export function copySpot(from: Spot, to: Spot): Spot {
  to.point.copy(from.point)
  to.normal.copy(from.normal)
  to.anchor = from.anchor
  to.touches = from.touches
  to.distance = from.distance
  return to
}

const step = new Vector3()
/** Points so close to the plane of the one before lie on the same surface, however far off they are along the look. */
const SAME_SURFACE_M = 0.03
const SLOPE = 0.06
/** A step in depth that is still taken as the same surface. */
const STEP_M = 0.12
const STEP_SHARE = 0.08

/**
 * A line goes on along what it was begun on: it follows slopes and curves, but does not fall over an edge onto what is far behind, nor
 * jump onto what comes between. There it goes on beside it, in the plane of the last spot or as far away as that.
 *
 * @param next where the look meets something; changed to where the line goes on
 */
export function goOnAlong(last: Spot, origin: Vector3, along: Vector3, next: Spot): void {
  if (next.touches && isNear(last, next)) return
  const facing = -along.dot(last.normal)
  const toPlane = step.subVectors(origin, last.point).dot(last.normal)
  const depth = toPlane / facing
  const before = last.point.distanceTo(origin)
  const flat = facing > 0.25 && depth > before * 0.6 && depth < before * 1.6
  next.distance = flat ? depth : before
  next.point.copy(along).multiplyScalar(next.distance).add(origin)
  next.normal.copy(last.normal)
  next.touches = last.touches
}

function isNear(last: Spot, next: Spot): boolean {
  if (!last.touches) return true
  if (Math.abs(next.distance - last.distance) < STEP_M + STEP_SHARE * last.distance) return true
  step.subVectors(next.point, last.point)
  return Math.abs(step.dot(last.normal)) < SAME_SURFACE_M + SLOPE * step.length()
}
