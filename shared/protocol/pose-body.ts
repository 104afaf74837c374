import {
  GAZE_BYTES,
  HAND_BYTES,
  JOINTS_BYTES,
  readHand,
  readJoints,
  readRigid,
  RIGID_BYTES,
  writeHand,
  writeJoints,
  writeRigid,
  writeRotation,
} from './pose-parts.ts'
import { readQuaternion } from './quaternion-bits.ts'
import type { TrackedPose } from './tracked-pose.ts'

type Body = Omit<TrackedPose, 'seq' | 'timeMs'>

export const DISCONTINUITY = 1
export const LEFT = 2
export const RIGHT = 4
export const LEFT_JOINTS = 8
export const RIGHT_JOINTS = 16
export const GAZE = 32

export const LARGEST_BODY = RIGID_BYTES + 2 * (HAND_BYTES + JOINTS_BYTES) + GAZE_BYTES

export function flagsOf({ discontinuity, left, right, gaze }: Body): number {
  return (
    (discontinuity ? DISCONTINUITY : 0) |
    (left ? LEFT : 0) |
    (right ? RIGHT : 0) |
    (left?.joints ? LEFT_JOINTS : 0) |
    (right?.joints ? RIGHT_JOINTS : 0) |
    (gaze ? GAZE : 0)
  )
}

/** Length of a body with these parts: head, left hand, right hand, their joints, gaze. */
export function bodyBytes(flags: number): number {
  return (
    RIGID_BYTES +
    (flags & LEFT ? HAND_BYTES : 0) +
    (flags & RIGHT ? HAND_BYTES : 0) +
    (flags & LEFT_JOINTS ? JOINTS_BYTES : 0) +
    (flags & RIGHT_JOINTS ? JOINTS_BYTES : 0) +
    (flags & GAZE ? GAZE_BYTES : 0)
  )
}

/** Answers where it stopped. */
export function writeBody(view: DataView, at: number, { head, left, right, gaze }: Body): number {
  let end = writeRigid(view, at, head)
  if (left) end = writeHand(view, end, left)
  if (right) end = writeHand(view, end, right)
  if (left?.joints) end = writeJoints(view, end, left.joints)
  if (right?.joints) end = writeJoints(view, end, right.joints)
  if (gaze) end = writeRotation(view, end, gaze)
  return end
}

/** Takes for granted that bodyBytes are there; null when some of them name no rotation. */
export function readBody(view: DataView, at: number, flags: number): Body | null {
  let end = at
  const next = (bytes: number): number => (end += bytes) - bytes
  const head = readRigid(view, next(RIGID_BYTES))
  const left = flags & LEFT ? readHand(view, next(HAND_BYTES)) : null
  const right = flags & RIGHT ? readHand(view, next(HAND_BYTES)) : null
  if (left && flags & LEFT_JOINTS) left.joints = readJoints(view, next(JOINTS_BYTES))
  if (right && flags & RIGHT_JOINTS) right.joints = readJoints(view, next(JOINTS_BYTES))
  const gaze = flags & GAZE ? readQuaternion(view, next(GAZE_BYTES)) : null
  if (!head) return null
  const body: Body = { discontinuity: (flags & DISCONTINUITY) !== 0, head, left, right, gaze }
  return flagsOf(body) === flags ? body : null
}
