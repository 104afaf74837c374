import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import { ROTATION_INTS } from '#shared/protocol/smallest-three.ts'

// A body as integers, always in the same places of an Int32Array: millimetres, smallest-three rotations, steps.

/** x y z in mm, then a rotation. */
export const RIGID = 3 + ROTATION_INTS

export const HEAD = 0
export const GAZE = HEAD + RIGID
export const LEFT = GAZE + ROTATION_INTS

// Within a hand. The wrist's position is relative to the hand's.
export const TRIGGER = RIGID
export const WRIST = TRIGGER + 1
export const SCALE = WRIST + RIGID
export const FINGERS = SCALE + 1
export const HAND = FINGERS + JOINTS * ROTATION_INTS

export const RIGHT = LEFT + HAND
export const CHANNELS = RIGHT + HAND

/** Which parts a sample has. The head is always there; 0 stands for "nothing known". */
export const HAS_HEAD = 1
export const HAS_LEFT = 2
export const HAS_RIGHT = 4
export const HAS_LEFT_JOINTS = 8
export const HAS_RIGHT_JOINTS = 16
export const HAS_GAZE = 32
export const DISCONTINUITY = 64

/** Positions beyond ±1048 m are cut there. */
export const POSITION_MAX = 1_048_575
export const WRIST_MAX = 4095
export const TRIGGER_MAX = 255
export const SCALE_UNIT = 1 / 128
