import { MathUtils, Quaternion, Vector3 } from 'three'
import { turnBetween } from './aim.ts'

/** A window in the room: comfortably far, some 40° wide, beside what one looks at (EYES-22). */
export const windowPlace = {
  distanceM: 1.3,
  widthRad: MathUtils.degToRad(40),
  asideRad: MathUtils.degToRad(38),
  /** Its middle is so much below the eyes. */
  belowM: 0.12,
  /** It comes along when its follower has gone so far, and only then: by teleport, walking, or on real feet. */
  goneM: 1.2,
  nearestM: 0.5,
  farthestM: 3,
} as const

export const windowWidthM = 2 * windowPlace.distanceM * Math.tan(windowPlace.widthRad / 2)

/** Where a window hangs in the room. It moves when its follower moves it or moves on, and never else. */
export interface WindowPlace {
  readonly position: Vector3
  readonly rotation: Quaternion
  /** Once a frame while it is shown. @param other a panel that is not to be covered */
  stay(head: Vector3, headRotation: Quaternion, other: Vector3 | null): void
  /** By the follower's hand. */
  move(to: Vector3, head: Vector3): void
  /** Beside the view of now, at the next `stay`. */
  comeAlong(): void
}

const ahead = new Vector3()
const away = new Vector3()
const up = new Vector3(0, 1, 0)
const matrixUp = new Quaternion()

export function createWindowPlace(): WindowPlace {
  const { distanceM, asideRad, belowM, goneM, nearestM, farthestM } = windowPlace
  const position = new Vector3()
  const rotation = new Quaternion()
  /** Where the head was when it was hung. */
  const hung = new Vector3(Infinity, 0, 0)

  function face(head: Vector3) {
    away.subVectors(head, position)
    rotation.setFromAxisAngle(up, Math.atan2(away.x, away.z))
    const tilt = Math.atan2(away.y, Math.hypot(away.x, away.z))
    rotation.multiply(matrixUp.setFromAxisAngle(ahead.set(1, 0, 0), -tilt))
  }

  function hang(head: Vector3, headRotation: Quaternion, other: Vector3 | null) {
    ahead.set(0, 0, -1).applyQuaternion(headRotation)
    const yaw = Math.atan2(-ahead.x, -ahead.z)
    const taken = other ? turnBetween(yaw, Math.atan2(head.x - other.x, head.z - other.z)) : 0
    // On the side where the other panel is not; right of the view when that is straight ahead.
    const at = yaw + (taken < 0 ? asideRad : -asideRad)
    position.set(head.x - Math.sin(at) * distanceM, head.y - belowM, head.z - Math.cos(at) * distanceM)
    hung.copy(head)
    face(head)
  }

  return {
    position,
    rotation,
    stay(head, headRotation, other) {
      const gone = Math.hypot(head.x - hung.x, head.z - hung.z)
      if (!(gone <= goneM)) hang(head, headRotation, other)
    },
    move(to, head) {
      away.subVectors(to, head).clampLength(nearestM, farthestM)
      position.addVectors(head, away)
      hung.copy(head)
      face(head)
    },
    comeAlong() {
      hung.x = Infinity
    },
  }
}
