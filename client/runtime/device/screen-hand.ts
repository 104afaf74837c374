import { Matrix4, Vector3 } from 'three'
import type { Quaternion } from 'three'
import type { Hand } from './body.ts'

/** Where a flat screen's hand hangs below and beside the eye, metres, and how it holds a tool. */
const OFFSET = new Vector3(0.24, -0.3, -0.52)
const offset = new Vector3()
const direction = new Vector3()
const muzzle = new Vector3()
const matrix = new Matrix4()
const up = new Vector3(0, 1, 0)

/**
 * Synthesises a hand for a flat screen: the ray is the crosshair's (or cursor's), the palm hangs below the eye, and the aim makes
 * the held tool's muzzle point exactly at what the crosshair is on.
 *
 * @param target what the crosshair is on, or a point far along it
 * @param muzzleOffset of the held tool, in its own frame; null with an empty hand
 */
export function poseScreenHand(
  hand: Hand,
  eye: Vector3,
  eyeRotation: Quaternion,
  target: Vector3,
  muzzleOffset: Vector3 | null,
): void {
  offset.copy(OFFSET)
  if (hand.side === 'left') offset.x = -offset.x
  hand.grip.copy(offset.applyQuaternion(eyeRotation)).add(eye)
  aimAt(hand.grip, target, hand.aim)
  // The muzzle's ray is parallel to the aim but beside it; two corrections bring it within a millimetre.
  for (let i = 0; muzzleOffset && i < 3; i++) {
    muzzle.copy(muzzleOffset).applyQuaternion(hand.aim).add(hand.grip)
    direction.subVectors(target, muzzle)
    aimAlong(direction, hand.aim)
  }
  hand.gripRotation.copy(hand.aim)
  hand.tip.copy(hand.grip)
  hand.kind = 'screen'
  hand.present = true
}

function aimAt(from: Vector3, to: Vector3, out: Quaternion): void {
  aimAlong(direction.subVectors(to, from), out)
}

const origin = new Vector3()

function aimAlong(along: Vector3, out: Quaternion): void {
  if (along.lengthSq() < 1e-8) return
  out.setFromRotationMatrix(matrix.lookAt(origin, along, up))
}
