import type { Vector } from './aim-quaternion.ts'

/** As the product throws a teleport's arc. */
const SPEED_MPS = 6.5
const GRAVITY = 9.81

/** A point to aim at from `from`, so that a teleport's arc lands on `landing` (its height is the floor's). Metres. */
export function throwTowards(from: Vector, landing: Vector): Vector {
  const dx = landing[0] - from[0]
  const dz = landing[2] - from[2]
  const far = Math.hypot(dx, dz)
  const height = from[1] - landing[1]
  let low = -Math.PI / 2
  let high = Math.PI / 5
  for (let i = 0; i < 60; i++) {
    const pitch = (low + high) / 2
    if (range(pitch, height) < far) low = pitch
    else high = pitch
  }
  return [from[0] + (dx / far) * Math.cos(low), from[1] + Math.sin(low), from[2] + (dz / far) * Math.cos(low)]
}

function range(pitch: number, height: number): number {
  const up = Math.sin(pitch) * SPEED_MPS
  return Math.cos(pitch) * SPEED_MPS * ((up + Math.sqrt(up * up + 2 * GRAVITY * height)) / GRAVITY)
}
