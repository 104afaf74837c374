import { Quaternion, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Side } from '../device/body.ts'

/** Things in hands: on the way into one for a moment, then rigid with it. */
export interface Carries {
  /** An own hand takes it in this moment: no way to go. */
  atOnce(thing: string): void
  /** Puts a thing where the hand is that holds it. */
  inHand(
    thing: string,
    object: Object3D,
    by: string,
    side: Side,
    position: Vector3,
    rotation: Quaternion,
    deltaS: number,
  ): void
  /** In no hand. */
  letGo(thing: string): void
}

interface Carry {
  by: string
  side: Side
  atOnce: boolean
  /** What is left of the way, 1..0. */
  left: number
  /** From the hand to where the thing was when it was taken, in the hand's frame. */
  readonly offset: Vector3
  readonly turn: Quaternion
}

const TAKE_S = 0.22
/** From farther away nothing flies. */
const FARTHEST_M = 3
const inverse = new Quaternion()
const turn = new Quaternion()

export function createCarries(): Carries {
  const carries = new Map<string, Carry>()

  function carryOf(thing: string): Carry {
    let carry = carries.get(thing)
    if (!carry) {
      carry = { by: '', side: 'right', atOnce: false, left: 0, offset: new Vector3(), turn: new Quaternion() }
      carries.set(thing, carry)
    }
    return carry
  }

  function take(carry: Carry, object: Object3D, position: Vector3, rotation: Quaternion) {
    inverse.copy(rotation).invert()
    carry.offset.subVectors(object.position, position).applyQuaternion(inverse)
    carry.turn.multiplyQuaternions(inverse, object.quaternion)
    carry.left = carry.atOnce || carry.offset.length() > FARTHEST_M ? 0 : 1
    carry.atOnce = false
  }

  return {
    atOnce(thing) {
      carryOf(thing).atOnce = true
    },
    inHand(thing, object, by, side, position, rotation, deltaS) {
      const carry = carryOf(thing)
      if (carry.by !== by || carry.side !== side) take(carry, object, position, rotation)
      carry.by = by
      carry.side = side
      carry.left = Math.max(0, carry.left - deltaS / TAKE_S)
      const share = carry.left * carry.left * (3 - 2 * carry.left)
      // The way is gone in the hand's frame: the thing never lags behind a hand that moves.
      object.position.copy(carry.offset).multiplyScalar(share).applyQuaternion(rotation).add(position)
      object.quaternion.copy(rotation).multiply(turn.identity().slerp(carry.turn, share))
    },
    letGo(thing) {
      const carry = carries.get(thing)
      if (!carry) return
      carry.by = ''
      carry.atOnce = false
    },
  }
}
