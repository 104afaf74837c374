export type Vector = readonly [x: number, y: number, z: number]
export type Quaternion = readonly [x: number, y: number, z: number, w: number]

/** Turns −Z towards `to`, seen from `from`, by yaw and pitch only: a wrist that does not roll. */
export function aimQuaternion(from: Vector, to: Vector): Quaternion {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  const yaw = Math.atan2(-x, -z) / 2
  const pitch = Math.atan2(y, Math.hypot(x, z)) / 2
  return [
    Math.cos(yaw) * Math.sin(pitch),
    Math.sin(yaw) * Math.cos(pitch),
    -Math.sin(yaw) * Math.sin(pitch),
    Math.cos(yaw) * Math.cos(pitch),
  ]
}
