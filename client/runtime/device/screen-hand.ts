import { Matrix4, Quaternion, Vector3 } from 'three'
import type { Hand } from './body.ts'

/** Where a flat screen's hand hangs below and beside the eye, metres. */
const OFFSET = new Vector3(0.24, -0.3, -0.52)
const AHEAD = new Vector3(0, 0, -1)
const UP = new Vector3(0, 1, 0)
const ZERO = new Vector3()
const offset = new Vector3()
const towards = new Vector3()
const matrix = new Matrix4()
const correction = new Quaternion()

/**
 * Synthesises a hand for a flat screen: the palm hangs below the eye, and the aim makes the held tool's muzzle point exactly at
 * what the crosshair is on.
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
  towards.subVectors(target, hand.grip)
  const far = towards.length()
  if (far > 1e-4) hand.aim.setFromRotationMatrix(matrix.lookAt(ZERO, towards, UP))
  if (muzzleOffset) hand.aim.multiply(besideTheAxis(muzzleOffset, far))
  hand.gripRotation.copy(hand.aim)
  hand.tip.copy(hand.grip)
  hand.kind = 'screen'
  hand.present = true
}

/** The muzzle's ray runs beside the grip's: the turn that brings the point it meets `far` metres from the grip straight ahead. */
function besideTheAxis({ x, y }: Vector3, far: number): Quaternion {
  offset.set(x, y, -Math.sqrt(Math.max(0.01, far * far - x * x - y * y))).normalize()
  return correction.setFromUnitVectors(offset, AHEAD)
}
