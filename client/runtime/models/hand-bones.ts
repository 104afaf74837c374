import { Quaternion, Vector3 } from 'three'
import type { Matrix4 } from 'three'

/** Pairs of WebXR joints with a bone between them; the palm is four of them side by side. */
export const BONES: readonly (readonly [number, number])[] = [0, 1, 2, 3]
  .map((i): [number, number] => [i === 0 ? 0 : i, i + 1])
  .concat(
    ...[5, 10, 15, 20].map((m): [number, number][] => [
      [0, m],
      [m, m + 1],
      [m + 1, m + 2],
      [m + 2, m + 3],
      [m + 3, m + 4],
    ]),
  )
const RADII = [
  11, 10, 9.5, 8.5, 8, 11, 9.5, 8.5, 8, 7.5, 11, 9.5, 8.5, 8, 7.5, 11, 9, 8.2, 7.6, 7.2, 10, 8.4, 7.6, 7, 6.6,
]

const UP = new Vector3(0, 1, 0)
const scale = new Vector3()
const middle = new Vector3()
const rotation = new Quaternion()

/** Metres; the palm's are thicker, so that they close. */
export function boneRadius(from: number, to: number): number {
  const inPalm = from === 0 || from % 5 === 0
  return (((RADII[to] ?? 8) + (RADII[from] ?? 8)) / 2000) * (inPalm ? 1.35 : 1)
}

/** Stretches a `CapsuleGeometry(1, 1)` from one point to another. */
export function layBone(from: Vector3, to: Vector3, radius: number, out: Matrix4): Matrix4 {
  const length = from.distanceTo(to)
  rotation.setFromUnitVectors(UP, scale.subVectors(to, from).normalize())
  // The capsule is 3 long at scale 1 (1 straight, two caps of radius 1).
  return out.compose(
    middle.lerpVectors(from, to, 0.5),
    rotation,
    scale.set(radius, (length + 2 * radius) / 3, radius),
  )
}
