import type { PoseSample } from './pose-sample.ts'
import type { Quaternion, Vector3 } from '#shared/scenario/common.ts'
import type { HandJoints, HandPose, RigidPose } from '#shared/protocol/tracked-pose.ts'

/** Below these, tracking noise is no movement. */
const METRES = 0.002
const TRIGGER = 0.02
/** |cos| of half the angle: 0.3° for head and hands, 1° for the eyes, 2° for a finger. */
const TURNED = 0.999_996_6
const LOOKED = 0.999_962
const BENT = 0.999_848

/** Whether a person who was shown like `from` would look different like `to`. */
export function moved(from: PoseSample, to: PoseSample): boolean {
  return (
    to.discontinuity ||
    rigidMoved(from.head, to.head) ||
    handMoved(from.left, to.left) ||
    handMoved(from.right, to.right) ||
    gazeMoved(from.gaze ?? null, to.gaze ?? null)
  )
}

function handMoved(from: HandPose | null, to: HandPose | null): boolean {
  if (from === null || to === null) return from !== to
  return (
    rigidMoved(from, to) ||
    Math.abs(from.trigger - to.trigger) > TRIGGER ||
    jointsMoved(from.joints ?? null, to.joints ?? null)
  )
}

function jointsMoved(from: HandJoints | null, to: HandJoints | null): boolean {
  if (from === null || to === null) return from !== to
  if (rigidMoved(from.wrist, to.wrist)) return true
  for (let at = 0; at < to.rotations.length; at += 4)
    if (Math.abs(dot(from.rotations, to.rotations, at)) < BENT) return true
  return false
}

function gazeMoved(from: Quaternion | null, to: Quaternion | null): boolean {
  if (from === null || to === null) return from !== to
  return Math.abs(dot(from, to, 0)) < LOOKED
}

function rigidMoved(from: RigidPose, to: RigidPose): boolean {
  return (
    squaredDistance(from.position, to.position) > METRES * METRES ||
    Math.abs(dot(from.rotation, to.rotation, 0)) < TURNED
  )
}

function squaredDistance(a: Vector3, b: Vector3): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  return x * x + y * y + z * z
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>, at: number): number {
  let sum = 0
  for (let index = at; index < at + 4; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}
