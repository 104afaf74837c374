import { quantiseRotation, ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose } from '#shared/protocol/tracked-pose.ts'
import {
  CHANNELS,
  DISCONTINUITY,
  FINGERS,
  GAZE,
  HAS_GAZE,
  HAS_HEAD,
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
import type { PoseSample } from './pose-sample.ts'

/** A sample as integers; only the channels of parts in `mask` mean something. */
export interface QuantisedSample {
  mask: number
  timeMs: number
  channels: Int32Array
}

export function emptyQuantisedSample(): QuantisedSample {
  return { mask: 0, timeMs: 0, channels: new Int32Array(CHANNELS) }
}

export function quantiseSample(sample: PoseSample, into: QuantisedSample): void {
  const { channels } = into
  const { left, right, gaze } = sample
  into.timeMs = sample.timeMs >>> 0
  into.mask =
    HAS_HEAD |
    (sample.discontinuity ? DISCONTINUITY : 0) |
    (gaze ? HAS_GAZE : 0) |
    (left ? HAS_LEFT : 0) |
    (left?.joints ? HAS_LEFT_JOINTS : 0) |
    (right ? HAS_RIGHT : 0) |
    (right?.joints ? HAS_RIGHT_JOINTS : 0)
  rigid(sample.head, channels, HEAD)
  if (gaze) quantiseRotation(gaze, 0, channels, GAZE)
  if (left) hand(left, channels, LEFT)
  if (right) hand(right, channels, RIGHT)
}

function rigid({ position, rotation }: RigidPose, channels: Int32Array, at: number): void {
  channels[at] = millimetres(position[0])
  channels[at + 1] = millimetres(position[1])
  channels[at + 2] = millimetres(position[2])
  quantiseRotation(rotation, 0, channels, at + 3)
}

function hand(pose: HandPose, channels: Int32Array, at: number): void {
  rigid(pose, channels, at)
  channels[at + TRIGGER] = Math.round(Math.max(0, Math.min(1, pose.trigger)) * STEP_MAX)
  if (pose.joints) joints(pose.joints, channels, at)
}

function joints({ wrist, scale, rotations }: HandJoints, channels: Int32Array, at: number): void {
  rigid(wrist, channels, at + WRIST)
  for (let axis = 0; axis < 3; axis++) {
    const fromHand = (channels[at + WRIST + axis] ?? 0) - (channels[at + axis] ?? 0)
    channels[at + WRIST + axis] = Math.max(-WRIST_MAX, Math.min(WRIST_MAX, fromHand))
  }
  channels[at + SCALE] = Math.max(0, Math.min(STEP_MAX, Math.round(scale * SCALE_STEPS)))
  for (let joint = 0; joint < JOINTS; joint++)
    quantiseRotation(rotations, joint * 4, channels, at + FINGERS + joint * ROTATION_INTS)
}

function millimetres(metres: number): number {
  return Math.max(-POSITION_MAX, Math.min(POSITION_MAX, Math.round(metres * 1000)))
}
