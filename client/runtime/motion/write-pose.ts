import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import { multiply, turn } from './flat-rotations.ts'
import type { PlayedHand, PlayedPose } from './played-pose.ts'
import { EYES, GAZE, leftPlaces, rightPlaces, ROTATIONS_AT } from './pose-layout.ts'
import type { HandPlaces } from './pose-layout.ts'

const rigid = () => ({ position: new Float32Array(3), rotation: Float32Array.of(0, 0, 0, 1) })

/** Turns numbers into the pose that others draw, always in the same objects. */
export function createPoseWriter() {
  const left = createHandWriter(leftPlaces)
  const right = createHandWriter(rightPlaces)
  const pose = {
    head: rigid(),
    left: null as PlayedHand | null,
    right: null as PlayedHand | null,
    gaze: Float32Array.of(0, 0, 0, 1),
    eyes: false as boolean,
    discontinuity: false as boolean,
  } satisfies PlayedPose

  return {
    pose,
    write(from: Float64Array, parts: number, discontinuity: boolean): void {
      copy(from, 0, pose.head.position)
      copy(from, ROTATIONS_AT, pose.head.rotation)
      copy(from, GAZE, pose.gaze)
      pose.eyes = (parts & EYES) !== 0
      pose.left = left(from, parts)
      pose.right = right(from, parts)
      pose.discontinuity = discontinuity
    },
  }
}

function createHandWriter(places: HandPlaces) {
  const { position, rotation, wristPosition, wristRotation } = places
  const fingers = new Float32Array(JOINTS * 4)
  const hand = { ...rigid(), trigger: 0, joints: null as Float32Array | null, wrist: rigid(), scale: 1 }
  return (from: Float64Array, parts: number): PlayedHand | null => {
    if ((parts & places.part) === 0) return null
    copy(from, position, hand.position)
    addInto(hand.position, from, 0)
    copy(from, rotation, hand.rotation)
    hand.trigger = from[places.trigger] ?? 0
    hand.joints = parts & places.jointsPart ? fingers : null
    if (!hand.joints) return hand
    copy(from, places.joints, fingers)
    hand.scale = from[places.scale] ?? 1
    copy(from, wristPosition, hand.wrist.position)
    turn(from, rotation, hand.wrist.position, 0)
    for (let axis = 0; axis < 3; axis += 1)
      hand.wrist.position[axis] = (hand.wrist.position[axis] ?? 0) + (hand.position[axis] ?? 0)
    multiply(from, rotation, from, wristRotation, hand.wrist.rotation, 0)
    return hand
  }
}

function addInto(to: Float32Array, from: Float64Array, at: number): void {
  for (let axis = 0; axis < 3; axis += 1) to[axis] = (to[axis] ?? 0) + (from[at + axis] ?? 0)
}

function copy(from: Float64Array, at: number, to: Float32Array): void {
  for (let i = 0; i < to.length; i += 1) to[i] = from[at + i] ?? 0
}
