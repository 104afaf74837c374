import { Vector3 } from 'three'
import type { Quaternion } from 'three'

/** What the body below a head does: it follows the head's yaw late, and is never seen to jump. */
export interface Torso {
  /** Base of the neck. */
  readonly position: Vector3
  yaw: number
  /** 0 right after a jump, 1 when fully there again. */
  shown: number
}

/** Shares of what is left, per second. */
const FOLLOW_PER_S = 3.5
/** A neck turns no farther. */
const MOST_TWIST = 1.05
const RETURN_S = 0.35
const pivot = new Vector3()
const ahead = new Vector3()
const up = new Vector3()

export function createTorso(): Torso {
  return { position: new Vector3(), yaw: 0, shown: 0 }
}

/** @param jumped the person is suddenly elsewhere: the torso hides at once and returns in place */
export function followHead(
  torso: Torso,
  head: Vector3,
  headRotation: Quaternion,
  jumped: boolean,
  deltaS: number,
): void {
  const yaw = yawOf(headRotation)
  if (jumped) {
    torso.shown = 0
    torso.yaw = yaw
  } else {
    torso.shown = Math.min(1, torso.shown + deltaS / RETURN_S)
    const behind = wrap(torso.yaw - yaw)
    const eased = behind * Math.exp(-FOLLOW_PER_S * deltaS)
    torso.yaw = wrap(yaw + Math.max(-MOST_TWIST, Math.min(MOST_TWIST, eased)))
  }
  // The head turns about a point behind and below the eyes; the neck hangs from there, upright.
  pivot.set(0, -0.09, 0.085).applyQuaternion(headRotation)
  torso.position.set(0, -0.085, 0).add(head).add(pivot)
}

/** Of a head, also when it looks straight up or down. */
export function yawOf(rotation: Quaternion): number {
  ahead.set(0, 0, -1).applyQuaternion(rotation)
  up.set(0, 1, 0).applyQuaternion(rotation)
  return Math.atan2(-(ahead.x - ahead.y * up.x), -(ahead.z - ahead.y * up.z))
}

function wrap(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))
}
