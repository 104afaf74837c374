import { Matrix4, Quaternion, Vector3 } from 'three'
import type { Color } from 'three'
import type { Side } from '../device/body.ts'
import { BONES, boneRadius, layBone } from '../models/hand-bones.ts'
import type { PlayedHand } from '../motion/played-pose.ts'
import type { CrowdMesh } from './crowd-mesh.ts'
import { jointsOf } from './hand-postures.ts'
import { JOINT_COUNT, layJoints } from './hand-skeleton.ts'

/** One hand of another person, as drawn. */
export interface HandFigure {
  readonly side: Side
  present: boolean
  readonly grip: Vector3
  readonly rotation: Quaternion
  /** Positions of 25 joints in the workplace. */
  readonly joints: Float32Array
  /** Shares of postures, 0..1; eased. */
  pointing: number
  gripping: number
  tracked: number
}

/** Bones of a hand far off: palm, fingers, thumb. */
const MITTEN = [
  [0, 11, 0.026],
  [11, 14, 0.02],
  [2, 4, 0.012],
] as const
export const NEAR_BONES = BONES.length + 1
export const FAR_BONES = MITTEN.length
const SHARES_PER_S = 14
const CUFF_M = 0.05
/** A work glove is thicker than a hand. */
const GLOVE = 1.22

const postures = {
  left: {
    relaxed: jointsOf('left', 'relaxed'),
    pointing: jointsOf('left', 'pointing'),
    gripping: jointsOf('left', 'gripping'),
  },
  right: {
    relaxed: jointsOf('right', 'relaxed'),
    pointing: jointsOf('right', 'pointing'),
    gripping: jointsOf('right', 'gripping'),
  },
}
const seen = new Float32Array(JOINT_COUNT * 3)
const wrist = new Vector3()
const wristRotation = new Quaternion()
const from = new Vector3()
const to = new Vector3()
const matrix = new Matrix4()

export function createHandFigure(side: Side): HandFigure {
  return {
    side,
    present: false,
    grip: new Vector3(),
    rotation: new Quaternion(),
    joints: new Float32Array(JOINT_COUNT * 3),
    pointing: 0,
    gripping: 0,
    tracked: 0,
  }
}

/**
 * Poses a hand: a hand that holds something grips it and moves rigidly with it; an empty one is drawn as tracked, else relaxed,
 * pointing while its trigger is pressed.
 */
export function followHand(
  hand: HandFigure,
  played: PlayedHand | null,
  holds: boolean,
  jumped: boolean,
  deltaS: number,
): void {
  const share = jumped || !hand.present ? 1 : 1 - Math.exp(-SHARES_PER_S * deltaS)
  hand.present = played !== null
  if (!played) return
  hand.gripping += (Number(holds) - hand.gripping) * share
  hand.pointing += ((holds ? 0 : played.trigger) - hand.pointing) * share
  hand.tracked += (Number(played.joints !== null && !holds) - hand.tracked) * share
  hand.grip.fromArray(played.position)
  hand.rotation.fromArray(played.rotation)
  layPosture(hand)
  if (!played.joints || hand.tracked < 0.01) return
  wrist.fromArray(played.wrist.position)
  wristRotation.fromArray(played.wrist.rotation)
  layJoints(hand.side, wrist, wristRotation, played.scale, played.joints, 0, seen)
  for (let i = 0; i < seen.length; i++) {
    const drawn = hand.joints[i] ?? 0
    hand.joints[i] = drawn + ((seen[i] ?? 0) - drawn) * hand.tracked
  }
}

function layPosture({ side, joints, grip, rotation, pointing, gripping }: HandFigure): void {
  const { relaxed, pointing: point, gripping: fist } = postures[side]
  const rest = 1 - Math.min(1, pointing + gripping)
  for (let i = 0; i < joints.length; i += 3) {
    to.fromArray(relaxed, i).multiplyScalar(rest)
    to.addScaledVector(from.fromArray(point, i), pointing)
    to.addScaledVector(from.fromArray(fist, i), gripping)
    to.applyQuaternion(rotation).add(grip).toArray(joints, i)
  }
}

/** Puts a hand's bones into the crowd: all of them and a cuff, or three. */
export function drawHand(
  { joints }: HandFigure,
  into: CrowdMesh,
  near: boolean,
  glove: Color,
  cuff: Color,
  opacity: number,
): void {
  const bone = (a: number, b: number, radius: number) => {
    from.fromArray(joints, a * 3)
    to.fromArray(joints, b * 3)
    into.add(layBone(from, to, radius, matrix), glove, opacity, 0, 0)
  }
  if (!near) {
    for (const [a, b, radius] of MITTEN) bone(a, b, radius)
    return
  }
  for (const [a, b] of BONES) bone(a, b, GLOVE * boneRadius(a, b))
  from.fromArray(joints, 0)
  to.fromArray(joints, 33).sub(from).normalize().multiplyScalar(-CUFF_M).add(from)
  into.add(layBone(from, to, 0.029, matrix), cuff, opacity, 0, 0)
}
