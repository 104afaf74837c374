import { restoreRotation, restoreRotationAt, ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose } from '#shared/protocol/tracked-pose.ts'
import type { Quaternion } from '#shared/scenario/common.ts'
import {
  DISCONTINUITY,
  FINGERS,
  GAZE,
  HAS_GAZE,
  HAS_LEFT,
  HAS_LEFT_JOINTS,
  HAS_RIGHT,
  HAS_RIGHT_JOINTS,
  HEAD,
  LEFT,
  POSITION_MAX,
  RIGHT,
  SCALE,
  SCALE_STEPS,
  STEP_MAX,
  TRIGGER,
  WRIST,
  WRIST_MAX,
} from './channels.ts'
import type { SlotSample } from './pose-sample.ts'
import type { SlotMemory } from './slot-memory.ts'

/** A sample to be written again and again. Parts that it lacks at the moment wait beside it. */
export interface SamplePlace {
  readonly shown: SlotSample
  readonly left: HandPlace
  readonly right: HandPlace
  readonly gaze: Quaternion
}
interface HandPlace {
  readonly hand: HandPose
  joints: HandJoints | undefined
}

export function samplePlace(slot: number): SamplePlace {
  return {
    shown: {
      slot,
      sample: { timeMs: 0, discontinuity: false, head: rigidPlace(), left: null, right: null, gaze: null },
    },
    left: handPlace(),
    right: handPlace(),
    gaze: [0, 0, 0, 1],
  }
}

function handPlace(): HandPlace {
  return { hand: { ...rigidPlace(), trigger: 0, joints: null }, joints: undefined }
}

function rigidPlace(): RigidPose {
  return { position: [0, 0, 0], rotation: [0, 0, 0, 1] }
}

/** Writes the memory's last sample in metres and quaternions; false when its integers are no body. */
export function restoreSample({ mask, timeMs, last }: SlotMemory, into: SamplePlace): boolean {
  const { left, right, gaze } = into
  const { sample } = into.shown
  sample.timeMs = timeMs
  sample.discontinuity = (mask & DISCONTINUITY) !== 0
  sample.left = mask & HAS_LEFT ? left.hand : null
  sample.right = mask & HAS_RIGHT ? right.hand : null
  sample.gaze = mask & HAS_GAZE ? gaze : null
  return (
    restoreRigid(last, HEAD, sample.head) &&
    (!(mask & HAS_GAZE) || restoreRotation(last, GAZE, gaze)) &&
    (!(mask & HAS_LEFT) || restoreHand(last, LEFT, left, (mask & HAS_LEFT_JOINTS) !== 0)) &&
    (!(mask & HAS_RIGHT) || restoreHand(last, RIGHT, right, (mask & HAS_RIGHT_JOINTS) !== 0))
  )
}

function restoreRigid(channels: Int32Array, at: number, { position, rotation }: RigidPose): boolean {
  const x = channels[at] ?? 0
  const y = channels[at + 1] ?? 0
  const z = channels[at + 2] ?? 0
  if (Math.max(Math.abs(x), Math.abs(y), Math.abs(z)) > POSITION_MAX) return false
  position[0] = x / 1000
  position[1] = y / 1000
  position[2] = z / 1000
  return restoreRotation(channels, at + 3, rotation)
}

function restoreHand(channels: Int32Array, at: number, place: HandPlace, tracked: boolean): boolean {
  const { hand } = place
  hand.trigger = (channels[at + TRIGGER] ?? 0) / STEP_MAX
  hand.joints = tracked ? (place.joints ??= jointsPlace()) : null
  return (
    restoreRigid(channels, at, hand) && (hand.joints === null || restoreJoints(channels, at, hand.joints))
  )
}

function jointsPlace(): HandJoints {
  return { wrist: rigidPlace(), rotations: new Float32Array(JOINTS * 4), scale: 1 }
}

function restoreJoints(channels: Int32Array, at: number, into: HandJoints): boolean {
  const { position, rotation } = into.wrist
  for (let axis = 0; axis < 3; axis++) {
    const fromHand = channels[at + WRIST + axis] ?? 0
    if (Math.abs(fromHand) > WRIST_MAX) return false
    position[axis] = ((channels[at + axis] ?? 0) + fromHand) / 1000
  }
  into.scale = (channels[at + SCALE] ?? 0) / SCALE_STEPS
  if (!restoreRotation(channels, at + WRIST + 3, rotation)) return false
  for (let joint = 0; joint < JOINTS; joint++)
    if (!restoreRotationAt(channels, at + FINGERS + joint * ROTATION_INTS, into.rotations, joint * 4))
      return false
  return true
}
