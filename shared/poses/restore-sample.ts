import { restoreRotation, ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
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
  SCALE_UNIT,
  TRIGGER,
  TRIGGER_MAX,
  WRIST,
  WRIST_MAX,
} from './channels.ts'
import type { PoseSample } from './pose-sample.ts'
import type { SlotMemory } from './slot-memory.ts'

/** A sample with all its parts, to be written again and again. Parts that are absent wait beside it. */
export interface SamplePlace {
  sample: PoseSample
  left: HandPlace
  right: HandPlace
  gaze: Quaternion
}
interface HandPlace extends HandPose {
  spare: HandJoints | undefined
}

export function samplePlace(): SamplePlace {
  return {
    sample: { timeMs: 0, discontinuity: false, head: rigidPlace(), left: null, right: null, gaze: null },
    left: { ...rigidPlace(), trigger: 0, joints: null, spare: undefined },
    right: { ...rigidPlace(), trigger: 0, joints: null, spare: undefined },
    gaze: [0, 0, 0, 1],
  }
}

function rigidPlace(): RigidPose {
  return { position: [0, 0, 0], rotation: [0, 0, 0, 1] }
}

/** Writes the memory's last sample in metres and quaternions; false when its integers are no body. */
export function restoreSample({ mask, timeMs, last }: SlotMemory, into: SamplePlace): boolean {
  const { sample, left, right, gaze } = into
  sample.timeMs = timeMs
  sample.discontinuity = (mask & DISCONTINUITY) !== 0
  sample.left = mask & HAS_LEFT ? left : null
  sample.right = mask & HAS_RIGHT ? right : null
  sample.gaze = mask & HAS_GAZE ? gaze : null
  return (
    rigid(last, HEAD, sample.head) &&
    (!(mask & HAS_GAZE) || restoreRotation(last, GAZE, gaze, 0)) &&
    (!(mask & HAS_LEFT) || hand(last, LEFT, left, (mask & HAS_LEFT_JOINTS) !== 0)) &&
    (!(mask & HAS_RIGHT) || hand(last, RIGHT, right, (mask & HAS_RIGHT_JOINTS) !== 0))
  )
}

function rigid(channels: Int32Array, at: number, { position, rotation }: RigidPose): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const millimetres = channels[at + axis] ?? 0
    if (Math.abs(millimetres) > POSITION_MAX) return false
    position[axis] = millimetres / 1000
  }
  return restoreRotation(channels, at + 3, rotation, 0)
}

function hand(channels: Int32Array, at: number, into: HandPlace, tracked: boolean): boolean {
  const trigger = channels[at + TRIGGER] ?? 0
  into.trigger = trigger / TRIGGER_MAX
  into.joints = tracked ? (into.spare ??= jointsPlace()) : null
  return (
    rigid(channels, at, into) &&
    trigger >= 0 &&
    trigger <= TRIGGER_MAX &&
    (into.joints === null || joints(channels, at, into.joints))
  )
}

function jointsPlace(): HandJoints {
  return { wrist: rigidPlace(), rotations: new Float32Array(JOINTS * 4), scale: 1 }
}

function joints(channels: Int32Array, at: number, into: HandJoints): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const fromHand = channels[at + WRIST + axis] ?? 0
    if (Math.abs(fromHand) > WRIST_MAX) return false
    into.wrist.position[axis] = ((channels[at + axis] ?? 0) + fromHand) / 1000
  }
  const scale = channels[at + SCALE] ?? 0
  into.scale = scale * SCALE_UNIT
  if (scale < 0 || scale > 255 || !restoreRotation(channels, at + WRIST + 3, into.wrist.rotation, 0))
    return false
  for (let joint = 0; joint < JOINTS; joint++)
    if (!restoreRotation(channels, at + FINGERS + joint * ROTATION_INTS, into.rotations, joint * 4))
      return false
  return true
}
