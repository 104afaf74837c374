import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { HandPose } from '#shared/protocol/tracked-pose.ts'
import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import { multiplyInverse, turn } from './flat-rotations.ts'

// A person as numbers, always in the same places of an array: positions, rotations, plain numbers. Hands are relative to
// the head's place (not its turning: who looks around keeps the hands where they are), a wrist is relative to its palm.

/** Parts that may be missing. What belongs to no part is always there. */
export const LEFT = 1
export const RIGHT = 2
export const LEFT_JOINTS = 4
export const RIGHT_JOINTS = 8
/** Nothing leads here from the sample before. */
export const CUT = 16
/** The gaze is the eyes'; else it is the head's. */
export const EYES = 32

/** Of each position, in order: head, hands, wrists. */
export const positionParts = Uint8Array.of(0, LEFT, RIGHT, LEFT_JOINTS, RIGHT_JOINTS)
/** Of each rotation, in order: head, hands, gaze, wrists, fingers. */
export const rotationParts = Uint8Array.of(
  0,
  LEFT,
  RIGHT,
  0,
  LEFT_JOINTS,
  RIGHT_JOINTS,
  ...Array<number>(JOINTS).fill(LEFT_JOINTS),
  ...Array<number>(JOINTS).fill(RIGHT_JOINTS),
)
/** Head and hands: what goes on by itself for a moment when samples are late. */
export const MOVING = 3

export const ROTATIONS_AT = positionParts.length * 3
export const NUMBERS_AT = ROTATIONS_AT + rotationParts.length * 4
/** Trigger and scale, left and right. */
export const NUMBERS = 4
export const LAYOUT_SIZE = NUMBERS_AT + NUMBERS

/** The head's rotation is the first. */
export const GAZE = ROTATIONS_AT + 12

/** Where a hand's numbers are. */
export interface HandPlaces {
  readonly part: number
  readonly jointsPart: number
  readonly position: number
  readonly rotation: number
  readonly wristPosition: number
  readonly wristRotation: number
  readonly joints: number
  readonly trigger: number
  readonly scale: number
}
const handPlaces = (right: 0 | 1): HandPlaces => ({
  part: right ? RIGHT : LEFT,
  jointsPart: right ? RIGHT_JOINTS : LEFT_JOINTS,
  position: 3 + 3 * right,
  rotation: ROTATIONS_AT + 4 + 4 * right,
  wristPosition: 9 + 3 * right,
  wristRotation: ROTATIONS_AT + 16 + 4 * right,
  joints: ROTATIONS_AT + 24 + JOINTS * 4 * right,
  trigger: NUMBERS_AT + right,
  scale: NUMBERS_AT + 2 + right,
})
export const leftPlaces = handPlaces(0)
export const rightPlaces = handPlaces(1)

/** Writes a sample into its place; answers the parts it has. */
export function layOut(sample: PoseSample, into: Float64Array, at: number): number {
  const { head, left, right, gaze } = sample
  into.set(head.position, at)
  into.set(head.rotation, at + ROTATIONS_AT)
  into.set(gaze ?? head.rotation, at + GAZE)
  let parts = (sample.discontinuity ? CUT : 0) | (gaze ? EYES : 0)
  if (left) parts |= layOutHand(left, leftPlaces, into, at)
  if (right) parts |= layOutHand(right, rightPlaces, into, at)
  return parts
}

function layOutHand(hand: HandPose, places: HandPlaces, into: Float64Array, at: number): number {
  const position = at + places.position
  for (let axis = 0; axis < 3; axis += 1)
    into[position + axis] = (hand.position[axis] ?? 0) - (into[at + axis] ?? 0)
  into.set(hand.rotation, at + places.rotation)
  into[at + places.trigger] = hand.trigger
  if (!hand.joints) return places.part
  const { wrist, rotations, scale } = hand.joints
  const wristPosition = at + places.wristPosition
  for (let axis = 0; axis < 3; axis += 1)
    into[wristPosition + axis] = (wrist.position[axis] ?? 0) - (hand.position[axis] ?? 0)
  const rotation = at + places.rotation
  const wristRotation = at + places.wristRotation
  turn(into, rotation, into, wristPosition, true)
  into.set(wrist.rotation, wristRotation)
  multiplyInverse(into, rotation, into, wristRotation, into, wristRotation)
  into.set(rotations, at + places.joints)
  into[at + places.scale] = scale
  return places.part | places.jointsPart
}
