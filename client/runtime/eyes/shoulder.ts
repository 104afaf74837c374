import { Vector3 } from 'three'
import type { Floor } from '../locomotion/floor.ts'
import { createAim } from './aim.ts'
import type { Aim } from './aim.ts'

/** Of an eye at somebody's shoulder: a little above theirs, near enough to see their hands from where they do. */
const ASIDE_M = 0.42
const BEHIND_M = 0.55
const ABOVE_M = 0.2
/** Both look at what lies so far before the watched one. */
const LOOK_M = 1.2
/** Of feet: two people side by side. */
const FEET_ASIDE_M = 0.6
const FEET_BEHIND_M = 0.25
const point = new Vector3()

/** @param side 1 at the right shoulder, −1 at the left */
export function besideEye(watched: Aim, side: number, out: Aim): Aim {
  const { position, yaw, pitch } = watched
  const sin = Math.sin(yaw)
  const cos = Math.cos(yaw)
  out.position.set(
    position.x + cos * side * ASIDE_M + sin * BEHIND_M,
    position.y + ABOVE_M,
    position.z - sin * side * ASIDE_M + cos * BEHIND_M,
  )
  const far = Math.cos(pitch) * LOOK_M
  point.set(position.x - sin * far, position.y + Math.sin(pitch) * LOOK_M, position.z - cos * far)
  point.sub(out.position)
  out.yaw = Math.atan2(-point.x, -point.z)
  out.pitch = Math.atan2(point.y, Math.hypot(point.x, point.z))
  return out
}

export interface Spot {
  x: number
  z: number
  yaw: number
  /** 1 right, −1 left, 0 right behind. */
  side: number
}

/** Where feet can stand beside somebody, at the right shoulder if possible; null where there is no room. */
export function besideSpot(floor: Floor, watched: Aim, out: Spot): Spot | null {
  for (const side of SIDES) {
    const { position, yaw } = watched
    out.x = position.x + Math.cos(yaw) * side * FEET_ASIDE_M + Math.sin(yaw) * FEET_BEHIND_M
    out.z = position.z - Math.sin(yaw) * side * FEET_ASIDE_M + Math.cos(yaw) * FEET_BEHIND_M
    out.yaw = besideEye(watched, side, eye).yaw
    out.side = side
    if (floor.canStand(out.x, out.z)) return out
  }
  return null
}

/** Right, left, right behind. */
const SIDES = [1, -1, 0] as const
const eye = createAim()
