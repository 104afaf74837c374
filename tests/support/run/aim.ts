import type { RigidPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'

export type Point = readonly [number, number, number]

/** A body that stands somewhere and looks (and, with the right hand, points) at something. Metres, workplace frame. */
export type Stance = {
  readonly at: Point
  readonly look: Point
  /** Where the hand's ray goes; absent: no hand. */ readonly aim?: Point
  readonly trigger?: number
}

const EYE = 1.6
const HAND = 1.1

export function poseOf({ at, look, aim, trigger = 0 }: Stance, seq: number): TrackedPose {
  const head = facing([at[0], EYE, at[2]], look)
  const right = aim === undefined ? null : { ...facing([at[0] + 0.15, HAND, at[2]], aim), trigger }
  return { seq, timeMs: seq * 50, discontinuity: false, head, left: null, right }
}

/** −Z towards the point, no roll: yaw about Y, then pitch about X. */
function facing(position: Point, target: Point): RigidPose {
  const [x, y, z] = [target[0] - position[0], target[1] - position[1], target[2] - position[2]]
  const yaw = Math.atan2(-x, -z) / 2
  const pitch = Math.atan2(y, Math.hypot(x, z)) / 2
  const [cy, sy, cp, sp] = [Math.cos(yaw), Math.sin(yaw), Math.cos(pitch), Math.sin(pitch)]
  return { position: [...position], rotation: [cy * sp, sy * cp, -sy * sp, cy * cp] }
}
