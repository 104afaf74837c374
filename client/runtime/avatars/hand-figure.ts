import { Quaternion, Vector3 } from 'three'
import type { Side } from '../device/body.ts'
import { bonesOf, handBones, layBones } from '../models/hand-bones.ts'
import type { PlayedHand } from '../motion/played-pose.ts'
import type { CrowdMesh, Dress } from './crowd-mesh.ts'
import { jointsOf } from './hand-postures.ts'
import { JOINT_COUNT, layJoints } from './hand-skeleton.ts'

/** One hand of another person, as drawn. */
export interface HandFigure {
  readonly side: Side
  present: boolean
  readonly grip: Vector3
  readonly rotation: Quaternion
  /** Positions in the workplace: 25 joints, and where the cuff ends. */
  readonly joints: Float32Array
  /** Shares of postures, 0..1; eased. */
  pointing: number
  gripping: number
  tracked: number
}

/** A work glove is thicker than a hand. */
const glove = handBones(1.22)
/** A hand far off: palm, fingers, thumb. */
const mitten = bonesOf([
  [0, 11, 0.026],
  [11, 14, 0.02],
  [2, 4, 0.012],
])
const cuff = bonesOf([[0, JOINT_COUNT, 0.029]])
const CUFF_M = 0.05
const MIDDLE_KNUCKLE = 11
export const NEAR_BONES = glove.count + cuff.count
export const FAR_BONES = mitten.count
const SHARES_PER_S = 14

const posturesOf = (side: Side) => ({
  relaxed: jointsOf(side, 'relaxed'),
  pointing: jointsOf(side, 'pointing'),
  gripping: jointsOf(side, 'gripping'),
})
const postures = { left: posturesOf('left'), right: posturesOf('right') }
const seen = new Float32Array(JOINT_COUNT * 3)

export function createHandFigure(side: Side): HandFigure {
  return {
    side,
    present: false,
    grip: new Vector3(),
    rotation: new Quaternion(),
    joints: new Float32Array((JOINT_COUNT + 1) * 3),
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
  if (played.joints && hand.tracked > 0.01) mixIn(hand, played, played.joints)
  layCuff(hand.joints)
}

function mixIn(
  { side, joints, tracked }: HandFigure,
  { wrist, scale }: PlayedHand,
  bends: Float32Array,
): void {
  layJoints(side, wrist, scale, bends, seen)
  for (let i = 0; i < seen.length; i++) {
    const drawn = joints[i] ?? 0
    joints[i] = drawn + ((seen[i] ?? 0) - drawn) * tracked
  }
}

/** In plain numbers: three's vectors would leave a box behind for every coordinate. */
function layPosture({ side, joints, grip, rotation, pointing, gripping }: HandFigure): void {
  const { relaxed, pointing: point, gripping: fist } = postures[side]
  const rest = 1 - Math.min(1, pointing + gripping)
  const { x, y, z, w } = rotation
  for (let i = 0; i < relaxed.length; i += 3) {
    const vx = (relaxed[i] ?? 0) * rest + (point[i] ?? 0) * pointing + (fist[i] ?? 0) * gripping
    const vy = (relaxed[i + 1] ?? 0) * rest + (point[i + 1] ?? 0) * pointing + (fist[i + 1] ?? 0) * gripping
    const vz = (relaxed[i + 2] ?? 0) * rest + (point[i + 2] ?? 0) * pointing + (fist[i + 2] ?? 0) * gripping
    const tx = 2 * (y * vz - z * vy)
    const ty = 2 * (z * vx - x * vz)
    const tz = 2 * (x * vy - y * vx)
    joints[i] = grip.x + vx + w * tx + y * tz - z * ty
    joints[i + 1] = grip.y + vy + w * ty + z * tx - x * tz
    joints[i + 2] = grip.z + vz + w * tz + x * ty - y * tx
  }
}

/** The forearm's end of the glove, away from the knuckles. */
function layCuff(joints: Float32Array): void {
  const dx = (joints[0] ?? 0) - (joints[MIDDLE_KNUCKLE * 3] ?? 0)
  const dy = (joints[1] ?? 0) - (joints[MIDDLE_KNUCKLE * 3 + 1] ?? 0)
  const dz = (joints[2] ?? 0) - (joints[MIDDLE_KNUCKLE * 3 + 2] ?? 0)
  const share = CUFF_M / (Math.sqrt(dx * dx + dy * dy + dz * dz) || 1)
  joints[JOINT_COUNT * 3] = (joints[0] ?? 0) + dx * share
  joints[JOINT_COUNT * 3 + 1] = (joints[1] ?? 0) + dy * share
  joints[JOINT_COUNT * 3 + 2] = (joints[2] ?? 0) + dz * share
}

/** Puts a hand's bones into the crowd: all of them and a cuff, or three. */
export function drawHand(
  { joints }: HandFigure,
  into: CrowdMesh,
  near: boolean,
  gloveDress: Dress,
  cuffDress: Dress,
): void {
  const bones = near ? glove : mitten
  const first = into.take(bones.count, gloveDress)
  if (first >= 0) layBones(bones, joints, into.matrices, first)
  const last = near ? into.take(cuff.count, cuffDress) : -1
  if (last >= 0) layBones(cuff, joints, into.matrices, last)
}
