import { Quaternion, Vector3 } from 'three'

/** Where something is and how it is turned. Metres, workplace. */
export interface Placed {
  readonly position: Vector3
  readonly rotation: Quaternion
}

/**
 * What brings another person's movements into one's own reach: a turn about the vertical and a shift, nothing else. Down stays
 * down, and every length stays as it is. Radians, metres.
 */
export interface GhostFrame {
  yaw: number
  readonly shift: Vector3
}

const towards = new Vector3()
const turn = new Quaternion()
const up = new Vector3(0, 1, 0)

export const createGhostFrame = (): GhostFrame => ({ yaw: 0, shift: new Vector3() })

/** The frame in which what is at `from` stands at `to`, turned as far about the vertical as `to` is turned from `from`. */
export function frameBetween(from: Placed, to: Placed, out: GhostFrame): GhostFrame {
  out.yaw = wrap(headingOf(to.rotation) - headingOf(from.rotation))
  turnBy(out.yaw, out.shift.copy(from.position)).sub(to.position).negate()
  return out
}

/** @param points flat triples, changed in place */
export function intoFrame({ yaw, shift }: GhostFrame, points: Float32Array): void {
  const sin = Math.sin(yaw)
  const cos = Math.cos(yaw)
  for (let i = 0; i + 2 < points.length; i += 3) {
    const x = points[i] ?? 0
    const z = points[i + 2] ?? 0
    points[i] = cos * x + sin * z + shift.x
    points[i + 1] = (points[i + 1] ?? 0) + shift.y
    points[i + 2] = cos * z - sin * x + shift.z
  }
}

export function pointIntoFrame({ yaw, shift }: GhostFrame, point: Vector3): Vector3 {
  return turnBy(yaw, point).add(shift)
}

export function rotationIntoFrame({ yaw }: GhostFrame, rotation: Quaternion): Quaternion {
  return rotation.premultiply(turn.setFromAxisAngle(up, yaw))
}

/**
 * How far something is turned about the vertical, whatever else it is turned by: the twist about the vertical of its rotation.
 * What lies on its back has none of its own; then 0.
 */
export function headingOf({ y, w }: Quaternion): number {
  return Math.abs(y) + Math.abs(w) < 1e-6 ? 0 : wrap(2 * Math.atan2(y, w))
}

function turnBy(yaw: number, point: Vector3): Vector3 {
  towards.copy(point)
  const sin = Math.sin(yaw)
  const cos = Math.cos(yaw)
  return point.set(cos * towards.x + sin * towards.z, towards.y, cos * towards.z - sin * towards.x)
}

function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))
}
