/** Another person as shown in this frame. The objects are reused: copy what outlives the frame. */
export interface PlayedPerson {
  readonly slot: number
  readonly person: string
  readonly pose: PlayedPose
  /** The session time of what is shown, ms: 60 … 300 ms and the way to here ago. */
  readonly atMs: number
  /** False while what is shown is a guess or held, because samples of a moving person are late. */
  readonly fresh: boolean
}

/** Workplace frame, metres, unit quaternions x y z w. */
export interface PlayedPose {
  readonly head: PlayedRigid
  readonly left: PlayedHand | null
  readonly right: PlayedHand | null
  /** Where the eyes look (−Z); where the head looks, without eye tracking. */
  readonly gaze: Float32Array
  /** Eyes are tracked. */
  readonly eyes?: boolean
  /** True in the one frame in which the person is suddenly elsewhere: reset whatever follows the pose smoothly. */
  readonly discontinuity: boolean
}

export interface PlayedRigid {
  readonly position: Float32Array
  readonly rotation: Float32Array
}

/** `position` is the palm and `rotation` the aim, as in HandPose: a held thing stands there. */
export interface PlayedHand extends PlayedRigid {
  /** 0 … 1. */
  readonly trigger: number
  /** 24 × x y z w as in HandJoints, or null without finger tracking; `wrist` and `scale` mean something only with them. */
  readonly joints: Float32Array | null
  readonly wrist: PlayedRigid
  readonly scale: number
}
