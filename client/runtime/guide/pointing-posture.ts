import { MathUtils } from 'three'

/** Degrees that a finger bends by in all, knuckle to fingertip. */
const STRETCHED = [40, 75] as const
const CURLED = [80, 120] as const
/** First of the four rotations of a finger (knuckle and the two joints after it count) in HandJoints. */
const INDEX = 5
const MIDDLE = 10
const RING = 15

/** How much a tracked hand points with its forefinger, the others curled: 0 … 1. @param joints as in PlayedHand */
export function pointingShare(joints: Float32Array): number {
  const stretched = 1 - MathUtils.smoothstep(bendOf(joints, INDEX), ...STRETCHED)
  const curled = Math.min(
    MathUtils.smoothstep(bendOf(joints, MIDDLE), ...CURLED),
    MathUtils.smoothstep(bendOf(joints, RING), ...CURLED),
  )
  return Math.min(stretched, curled)
}

function bendOf(joints: Float32Array, knuckle: number): number {
  let degrees = 0
  for (let joint = knuckle; joint < knuckle + 3; joint++) {
    const w = Math.min(1, Math.abs(joints[joint * 4 + 3] ?? 1))
    degrees += MathUtils.radToDeg(2 * Math.acos(w))
  }
  return degrees
}
