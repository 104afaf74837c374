import { MathUtils, Quaternion, Vector3 } from 'three'
import { yawOf } from '../avatars/torso.ts'
import type { PlayedRigid } from '../motion/played-pose.ts'

/** Where an eye is and where it looks, the horizon level. Radians; yaw 0 looks along −Z, positive turns left. */
export interface Aim {
  readonly position: Vector3
  yaw: number
  pitch: number
}

export const createAim = (): Aim => ({ position: new Vector3(), yaw: 0, pitch: 0 })

const rotation = new Quaternion()

/** A head's, also when it looks straight up or down; how it is tilted sideways is left out. */
export function aimOf(head: PlayedRigid, out: Aim): Aim {
  rotation.fromArray(head.rotation)
  const { x, y, z, w } = rotation
  out.position.fromArray(head.position)
  out.yaw = yawOf(rotation)
  out.pitch = Math.asin(MathUtils.clamp(2 * (w * x - y * z), -1, 1))
  return out
}

/** The short way from one angle to another. */
export function turnBetween(from: number, to: number): number {
  return MathUtils.euclideanModulo(to - from + Math.PI, 2 * Math.PI) - Math.PI
}
