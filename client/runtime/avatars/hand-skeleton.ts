import { Quaternion, Vector3 } from 'three'
import type { Side } from '../device/body.ts'

export const JOINT_COUNT = 25

/** Parent of each WebXR joint; fingers hang on the wrist. */
const parents = Array.from({ length: JOINT_COUNT }, (_, i) =>
  i === 0 ? -1 : i === 1 || i % 5 === 0 ? 0 : i - 1,
)

/**
 * A right hand of middling size: where each joint lies in its parent's frame, metres (−Z towards the fingertips, +Y the back of
 * the hand, the thumb at −X). A left hand is its mirror image.
 */
const offsets: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  ...([[-0.022, -0.008, -0.024], ...bones(0.044, 0.034, 0.027)] as const),
  ...([[-0.017, 0.002, -0.026], ...bones(0.064, 0.043, 0.026, 0.023)] as const),
  ...([[-0.002, 0.003, -0.027], ...bones(0.062, 0.047, 0.03, 0.024)] as const),
  ...([[0.011, 0.002, -0.026], ...bones(0.057, 0.043, 0.028, 0.024)] as const),
  ...([[0.022, -0.002, -0.025], ...bones(0.052, 0.034, 0.021, 0.021)] as const),
]

function bones(...lengths: number[]): [number, number, number][] {
  return lengths.map((length) => [0, 0, -length])
}

const rotations = Array.from({ length: JOINT_COUNT }, () => new Quaternion())
const places = Array.from({ length: JOINT_COUNT }, () => new Vector3())
const bent = new Quaternion()

/**
 * Forward kinematics. Allocates nothing.
 *
 * @param bends 24 rotations relative to the parent (x y z w), in WebXR order after the wrist, from `first` on
 * @param out positions of 25 joints, in the frame that the wrist is given in
 */
export function layJoints(
  side: Side,
  wrist: Vector3,
  wristRotation: Quaternion,
  scale: number,
  bends: ArrayLike<number>,
  first: number,
  out: Float32Array,
): void {
  const mirror = side === 'left' ? -1 : 1
  for (let i = 0; i < JOINT_COUNT; i++) {
    const place = places[i]
    const rotation = rotations[i]
    const offset = offsets[i]
    if (!place || !rotation || !offset) continue
    const parent = parents[i] ?? -1
    const from = places[parent]
    const turned = rotations[parent]
    if (!from || !turned) {
      place.copy(wrist)
      rotation.copy(wristRotation)
    } else {
      place
        .set(mirror * offset[0], offset[1], offset[2])
        .multiplyScalar(scale)
        .applyQuaternion(turned)
        .add(from)
      rotation.copy(turned).multiply(readRotation(bends, first + (i - 1) * 4))
    }
    place.toArray(out, i * 3)
  }
}

function readRotation(values: ArrayLike<number>, at: number): Quaternion {
  return bent.set(values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0, values[at + 3] ?? 1)
}
