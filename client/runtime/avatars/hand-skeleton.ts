import type { Side } from '../device/body.ts'
import type { PlayedRigid } from '../motion/played-pose.ts'

export const JOINT_COUNT = 25

/** Parent of each WebXR joint; fingers hang on the wrist. */
const parents = Uint8Array.from({ length: JOINT_COUNT }, (_, i) => (i <= 1 || i % 5 === 0 ? 0 : i - 1))

/**
 * A right hand of middling size: where each joint lies in its parent's frame, metres (−Z towards the fingertips, +Y the back of
 * the hand, the thumb at −X). A left hand is its mirror image.
 */
const offsets = Float32Array.from(
  [
    [0, 0, 0],
    [-0.022, -0.008, -0.024],
    ...bones(0.044, 0.034, 0.027),
    [-0.017, 0.002, -0.026],
    ...bones(0.064, 0.043, 0.026, 0.023),
    [-0.002, 0.003, -0.027],
    ...bones(0.062, 0.047, 0.03, 0.024),
    [0.011, 0.002, -0.026],
    ...bones(0.057, 0.043, 0.028, 0.024),
    [0.022, -0.002, -0.025],
    ...bones(0.052, 0.034, 0.021, 0.021),
  ].flat(),
)

function bones(...lengths: number[]): [number, number, number][] {
  return lengths.map((length) => [0, 0, -length])
}

const turned = new Float64Array(JOINT_COUNT * 4)

/**
 * Forward kinematics, in plain numbers: three's vectors would leave a box behind for every coordinate.
 *
 * @param joints 24 rotations relative to the parent (x y z w), in WebXR order after the wrist
 * @param out positions of 25 joints, in the frame that the wrist is given in
 */
export function layJoints(
  side: Side,
  wrist: PlayedRigid,
  scale: number,
  joints: Float32Array,
  out: Float32Array,
): void {
  const mirror = side === 'left' ? -scale : scale
  for (let k = 0; k < 3; k++) out[k] = wrist.position[k] ?? 0
  for (let k = 0; k < 4; k++) turned[k] = wrist.rotation[k] ?? 0
  for (let i = 1; i < JOINT_COUNT; i++) {
    const parent = parents[i] ?? 0
    const x = turned[parent * 4] ?? 0
    const y = turned[parent * 4 + 1] ?? 0
    const z = turned[parent * 4 + 2] ?? 0
    const w = turned[parent * 4 + 3] ?? 1
    // Offset turned by the parent: v + 2w(q × v) + 2q × (q × v).
    const vx = mirror * (offsets[i * 3] ?? 0)
    const vy = scale * (offsets[i * 3 + 1] ?? 0)
    const vz = scale * (offsets[i * 3 + 2] ?? 0)
    const tx = 2 * (y * vz - z * vy)
    const ty = 2 * (z * vx - x * vz)
    const tz = 2 * (x * vy - y * vx)
    out[i * 3] = (out[parent * 3] ?? 0) + vx + w * tx + y * tz - z * ty
    out[i * 3 + 1] = (out[parent * 3 + 1] ?? 0) + vy + w * ty + z * tx - x * tz
    out[i * 3 + 2] = (out[parent * 3 + 2] ?? 0) + vz + w * tz + x * ty - y * tx
    const bend = (i - 1) * 4
    const bx = joints[bend] ?? 0
    const by = joints[bend + 1] ?? 0
    const bz = joints[bend + 2] ?? 0
    const bw = joints[bend + 3] ?? 1
    turned[i * 4] = w * bx + x * bw + y * bz - z * by
    turned[i * 4 + 1] = w * by - x * bz + y * bw + z * bx
    turned[i * 4 + 2] = w * bz + x * by - y * bx + z * bw
    turned[i * 4 + 3] = w * bw - x * bx - y * by - z * bz
  }
}
