import type { Quaternion, Vector3 } from 'three'
import type { HandJoints, HandPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Body, Hand } from '../device/body.ts'
import { emptyHandJoints } from '../device/hand-joints.ts'

/** Room for a sample, to be written again and again. Parts that are absent wait beside it. */
export interface PosePlace {
  readonly pose: TrackedPose
  readonly left: HandPlace
  readonly right: HandPlace
}
interface HandPlace {
  readonly hand: HandPose
  readonly joints: HandJoints
}

export function createPosePlace(): PosePlace {
  const head = rigidPlace()
  return {
    pose: { seq: 0, timeMs: 0, discontinuity: false, head, left: null, right: null },
    left: handPlace(),
    right: handPlace(),
  }
}

const rigidPlace = (): TrackedPose['head'] => ({ position: [0, 0, 0], rotation: [0, 0, 0, 1] })
const handPlace = (): HandPlace => ({
  hand: { ...rigidPlace(), trigger: 0, joints: null },
  joints: emptyHandJoints(),
})

/** Copies a body into a sample. */
export function fillPose({ pose, left, right }: PosePlace, body: Body): void {
  write(pose.head.position, body.head, pose.head.rotation, body.headRotation)
  pose.left = fillHand(left, body.left)
  pose.right = fillHand(right, body.right)
}

function fillHand({ hand, joints }: HandPlace, from: Hand): HandPose | null {
  if (!from.present) return null
  write(hand.position, from.grip, hand.rotation, from.aim)
  hand.trigger = from.trigger
  hand.joints = from.kind === 'tracked' && from.joints ? copyJoints(joints, from.joints) : null
  return hand
}

function copyJoints(to: HandJoints, from: HandJoints): HandJoints {
  for (let i = 0; i < 3; i += 1) to.wrist.position[i] = from.wrist.position[i] ?? 0
  for (let i = 0; i < 4; i += 1) to.wrist.rotation[i] = from.wrist.rotation[i] ?? 0
  to.rotations.set(from.rotations)
  to.scale = from.scale
  return to
}

function write(outPosition: number[], position: Vector3, outRotation: number[], rotation: Quaternion): void {
  position.toArray(outPosition)
  rotation.toArray(outRotation)
}
