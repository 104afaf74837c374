import type { Shape } from '#shared/live/acts.ts'

const CIRCLE_SIDES = 48

/** The line that a shape is drawn along and touched at, flat mm triples. */
export function outlineOf(shape: Shape, points: readonly number[]): readonly number[] {
  return shape === 'circle' ? writeCircle(points, []) : points
}

/** Around the first point, through the ends of two half axes; of one alone, as level as can be. */
export function writeCircle(points: readonly number[], out: number[]): number[] {
  const [cx = 0, cy = 0, cz = 0, rx = cx, ry = cy, rz = cz] = points
  const [ax, ay, az] = [rx - cx, ry - cy, rz - cz]
  const level = Math.hypot(ax, az)
  const size = level > 0 ? Math.hypot(ax, ay, az) / level : 0
  const bx = (points[6] ?? (level > 0 ? cx + az * size : cx + ay)) - cx
  const by = (points[7] ?? cy) - cy
  const bz = (points[8] ?? (level > 0 ? cz - ax * size : cz)) - cz
  for (let i = 0; i <= CIRCLE_SIDES; i++) {
    const cos = Math.cos((i / CIRCLE_SIDES) * 2 * Math.PI)
    const sin = Math.sin((i / CIRCLE_SIDES) * 2 * Math.PI)
    out[i * 3] = cx + ax * cos + bx * sin
    out[i * 3 + 1] = cy + ay * cos + by * sin
    out[i * 3 + 2] = cz + az * cos + bz * sin
  }
  return out
}

/** Between the first two points. */
export function lengthMm(points: ArrayLike<number>): number {
  return distance(points, 0, points, 1)
}

export function distance(
  from: ArrayLike<number>,
  fromIndex: number,
  to: ArrayLike<number>,
  toIndex: number,
): number {
  let sum = 0
  for (let axis = 0; axis < 3; axis++)
    sum += ((to[toIndex * 3 + axis] ?? 0) - (from[fromIndex * 3 + axis] ?? 0)) ** 2
  return Math.sqrt(sum)
}
