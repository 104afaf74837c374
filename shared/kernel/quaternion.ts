import { atan2, cos, sin } from './trigonometry.ts'
import type { Vector } from './vector.ts'

/** Unit quaternion x y z w. */
export type Rotation = readonly [number, number, number, number]

/** Radians, counter-clockwise seen from above (about +Y); 0 faces −Z. */
export function rotationFromYaw(radians: number): Rotation {
  return [0, sin(radians / 2), 0, cos(radians / 2)]
}

/** Heading of the rotated −Z axis, radians about +Y; 0 when it points straight up or down. */
export function yawOf(rotation: Rotation): number {
  const [x, , z] = rotate(rotation, [0, 0, -1])
  return atan2(-x, -z)
}

export function multiply(a: Rotation, b: Rotation): Rotation {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ]
}

/** Turns a vector by a unit quaternion. */
export function rotate(rotation: Rotation, v: Vector): Vector {
  const [x, y, z, w] = rotation
  const tx = 2 * (y * v[2] - z * v[1])
  const ty = 2 * (z * v[0] - x * v[2])
  const tz = 2 * (x * v[1] - y * v[0])
  return [v[0] + w * tx + y * tz - z * ty, v[1] + w * ty + z * tx - x * tz, v[2] + w * tz + x * ty - y * tx]
}
