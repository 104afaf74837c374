import type { Ray } from 'three'
import type { Annotations } from './annotations.ts'
import type { Drawn } from './drawing-port.ts'
import { nearestToPoint, nearestToRay } from './nearest.ts'
import type { Spot } from './spot.ts'

/** It reaches so far beside a look, and from a fingertip. */
const BESIDE_RAD = 0.022
const AROUND_M = 0.07

/**
 * What an eraser is on, of what this person may erase. A fingertip's touch wins over what the hand points at.
 *
 * @param look what the spot was found along; null: it is at a fingertip
 */
export function erasableAt(
  { frames, shown }: Pick<Annotations, 'frames' | 'shown'>,
  drawn: readonly Drawn[],
  spot: Spot,
  look: Ray | null,
  touches: boolean,
): string | null {
  const all = drawn.flatMap(({ key, mayErase }) => (mayErase && shown.get(key)) || [])
  const touched = touches ? nearestToPoint(spot.point, all, { frame: frames.matrix, within: AROUND_M }) : null
  if (touched !== null || !look) return touched
  const most = spot.touches ? spot.distance : Infinity
  return nearestToRay(look, all, { frame: frames.matrix, most, within: BESIDE_RAD })
}
