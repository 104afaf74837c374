import { ROTATION_INTS } from '#shared/protocol/smallest-three.ts'
import { JOINTS } from '#shared/protocol/tracked-pose.ts'

// A body as integers, each always in the same place of an Int32Array: millimetres, smallest-three rotations, steps of 1/255 or 1/128.

/** x y z in mm, then a rotation. */
const RIGID = 3 + ROTATION_INTS

export const HEAD = 0
export const GAZE = HEAD + RIGID
export const LEFT = GAZE + ROTATION_INTS

// Within a hand. The wrist's position is relative to the hand's.
export const TRIGGER = RIGID
export const WRIST = TRIGGER + 1
export const SCALE = WRIST + RIGID
export const FINGERS = SCALE + 1
const HAND = FINGERS + JOINTS * ROTATION_INTS

export const RIGHT = LEFT + HAND
export const CHANNELS = RIGHT + HAND

export const POSITION_MAX = 1_048_575
export const WRIST_MAX = 4095
export const STEP_MAX = 255
/** Steps of a hand's scale in 1. */
export const SCALE_STEPS = 128

/** Which parts a sample has. The head is always there: 0 stands for "no sample yet". */
export const HAS_HEAD = 1
export const HAS_LEFT = 2
export const HAS_RIGHT = 4
export const HAS_LEFT_JOINTS = 8
export const HAS_RIGHT_JOINTS = 16
export const HAS_GAZE = 32
export const DISCONTINUITY = 64

/** What comes and goes together, in the order of the frame. */
export interface Part {
  has: number
  /** Where x y z are, and how many bits hold any of them; −1: it has none. */
  position: number
  positionBits: number
  rotations: readonly number[]
  /** A value of 8 bits; −1: it has none. */
  step: number
}

const POSITION_BITS = 21
const WRIST_BITS = 13

export const PARTS: readonly Part[] = [
  { has: HAS_HEAD, position: HEAD, positionBits: POSITION_BITS, rotations: [HEAD + 3], step: -1 },
  { has: HAS_GAZE, position: -1, positionBits: 0, rotations: [GAZE], step: -1 },
  hand(HAS_LEFT, LEFT),
  joints(HAS_LEFT_JOINTS, LEFT),
  hand(HAS_RIGHT, RIGHT),
  joints(HAS_RIGHT_JOINTS, RIGHT),
]

function hand(has: number, at: number): Part {
  return { has, position: at, positionBits: POSITION_BITS, rotations: [at + 3], step: at + TRIGGER }
}

function joints(has: number, at: number): Part {
  const wrist = at + WRIST
  const rotations = [wrist + 3]
  for (let joint = 0; joint < JOINTS; joint++) rotations.push(at + FINGERS + joint * ROTATION_INTS)
  return { has, position: wrist, positionBits: WRIST_BITS, rotations, step: at + SCALE }
}

/** A hand's joints come with the hand, and a body has a head. */
export function isBody(mask: number): boolean {
  const lonely =
    (mask & HAS_LEFT_JOINTS && !(mask & HAS_LEFT)) || (mask & HAS_RIGHT_JOINTS && !(mask & HAS_RIGHT))
  return (mask & HAS_HEAD) !== 0 && !lonely
}
