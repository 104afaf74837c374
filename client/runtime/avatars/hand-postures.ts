import { Euler, MathUtils, Quaternion } from 'three'
import type { Side } from '../device/body.ts'
import { JOINT_COUNT, layJoints } from './hand-skeleton.ts'

export type Posture = 'relaxed' | 'pointing' | 'gripping'

/** Degrees: what the fingers bend by at knuckle, middle and end joint; the thumb's bend across the palm and along itself. */
interface Bends {
  fingers: readonly (readonly [number, number, number])[]
  thumb: readonly [across: number, down: number, middle: number, end: number]
}

const postures: Record<Posture, Bends> = {
  relaxed: {
    fingers: [
      [18, 22, 12],
      [26, 28, 16],
      [32, 32, 18],
      [36, 34, 20],
    ],
    thumb: [38, 22, 12, 12],
  },
  pointing: {
    fingers: [
      [2, 4, 2],
      [72, 88, 48],
      [76, 90, 48],
      [78, 88, 46],
    ],
    thumb: [30, 44, 34, 38],
  },
  gripping: {
    fingers: [
      [58, 72, 38],
      [64, 76, 40],
      [68, 76, 42],
      [70, 74, 42],
    ],
    thumb: [34, 48, 26, 30],
  },
}
/** Fingers spread from the middle one, degrees; the thumb's side is positive. */
const spread = [3, 0.5, -2.5, -6]

/**
 * Joint positions of a posture in the frame of a played hand: origin in the grip, −Z where it points. A fist round a handle,
 * the thumb above.
 */
export function jointsOf(side: Side, posture: Posture): Float32Array {
  const mirror = side === 'left' ? -1 : 1
  const { fingers, thumb } = postures[posture]
  const bends: number[] = []
  const add = (down: number, sideways: number, roll = 0) => {
    const radians = [-down, sideways * mirror, roll * mirror].map((value) => MathUtils.degToRad(value))
    bends.push(
      ...new Quaternion().setFromEuler(new Euler(radians[0], radians[1], radians[2], 'YXZ')).toArray(),
    )
  }
  const [across, down, middle, end] = thumb
  add(down, across, 58)
  add(middle, 0)
  add(end, 0)
  add(0, 0)
  fingers.forEach(([knuckle, second, third], i) => {
    add(0, spread[i] ?? 0)
    add(knuckle, 0)
    add(second, 0)
    add(third, 0)
    add(0, 0)
  })
  const rotation = new Quaternion().setFromEuler(new Euler(0.12, 0, (-mirror * Math.PI) / 2.25, 'YXZ'))
  const wrist = {
    position: new Float32Array([mirror * 0.028, -0.004, 0.086]),
    rotation: Float32Array.from(rotation.toArray()),
  }
  const out = new Float32Array(JOINT_COUNT * 3)
  layJoints(side, wrist, 1, Float32Array.from(bends), out)
  return out
}
