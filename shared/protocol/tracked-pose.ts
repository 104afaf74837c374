import type { Quaternion, Vector3 } from '#shared/scenario/common.ts'

/** Position in metres and rotation x y z w, in the workplace frame (Y up, right-handed, −Z forward). */
export interface RigidPose {
  position: Vector3
  rotation: Quaternion
}

/** Joints of a tracked hand after its wrist, in WebXR order: thumb from metacarpal to tip, then the four fingers. */
export const JOINTS = 24

/** A tracked hand's shape. Bone lengths are not sent: `scale` (0 … 2) stretches a standard hand. */
export interface HandJoints {
  wrist: RigidPose
  /** JOINTS × x y z w, each relative to the joint before it in its finger, a metacarpal to the wrist. */
  rotations: Float32Array
  scale: number
}

/**
 * A hand, tracked or synthesised: position of the grip (palm), rotation of the target ray (−Z is where it points), so
 * that a held tool points where the person points on every device. `trigger` 0..1 is trigger, pinch, mouse button or key.
 */
export interface HandPose extends RigidPose {
  trigger: number
  joints?: HandJoints | null
}

/** One sample of a person's body. Flat devices synthesise head and right hand, so nobody downstream can tell devices apart. */
export interface TrackedPose {
  /** Wraps at 65,536. */
  seq: number
  /** Session time as its sender estimates it, ms, wraps at 2³². */
  timeMs: number
  /** Teleport, turn or recentre since the last sample: nobody interpolates across it. */
  discontinuity: boolean
  head: RigidPose
  left: HandPose | null
  right: HandPose | null
  /** Where the eyes look (−Z), in the workplace frame; without it, where the head looks. */
  gaze?: Quaternion | null
}
