import type { Vector3 } from 'three'
import type { Floor } from './floor.ts'

export const ARC_POINTS = 24
const SPEED_MPS = 6.5
const GRAVITY = -9.81

export interface Landing {
  /** Floor under the end of the arc was reached at all. */
  reached: boolean
  valid: boolean
  x: number
  z: number
}

/**
 * The throw of a teleport: fills `points` (ARC_POINTS × xyz) from the hand to the floor and tells where it lands.
 * Valid only where a person can stand and nothing tall nor a wall is between `feet` and there. Allocates nothing.
 */
export function throwArc(
  origin: Vector3,
  direction: Vector3,
  feet: { x: number; z: number },
  floor: Floor,
  points: Float32Array,
  out: Landing,
): Landing {
  const vy = direction.y * SPEED_MPS
  const flightS = (-vy - Math.sqrt(vy * vy - 2 * GRAVITY * Math.max(origin.y, 0.01))) / GRAVITY
  for (let i = 0; i < ARC_POINTS; i++) {
    const t = (flightS * i) / (ARC_POINTS - 1)
    points[i * 3] = origin.x + direction.x * SPEED_MPS * t
    points[i * 3 + 1] = Math.max(0, origin.y + vy * t + 0.5 * GRAVITY * t * t)
    points[i * 3 + 2] = origin.z + direction.z * SPEED_MPS * t
  }
  out.reached = Number.isFinite(flightS)
  out.x = origin.x + direction.x * SPEED_MPS * flightS
  out.z = origin.z + direction.z * SPEED_MPS * flightS
  out.valid = out.reached && floor.canStand(out.x, out.z) && floor.isOpenBetween(feet.x, feet.z, out.x, out.z)
  return out
}
