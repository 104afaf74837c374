import { Matrix4, Quaternion, Vector3 } from 'three'
import { JOINTS } from '#shared/protocol/tracked-pose.ts'
import type { HandJoints } from '#shared/protocol/tracked-pose.ts'

const MIDDLE_PROXIMAL = 11
/** From wrist to middle knuckle of the hand that scale 1 stands for. */
const STANDARD_PALM_M = 0.089

const own = new Quaternion()
const parents = new Quaternion()
const place = new Vector3()
const knuckle = new Vector3()
const ones = new Vector3()
const wrist = new Matrix4()

export function emptyHandJoints(): HandJoints {
  return {
    wrist: { position: [0, 0, 0], rotation: [0, 0, 0, 1] },
    rotations: new Float32Array(JOINTS * 4),
    scale: 1,
  }
}

/**
 * Shape of a hand from its tracked joints: every finger hangs on the wrist.
 * @param joints 25, in the rig's frame; `rig` puts them into the workplace
 */
export function readHandJoints(joints: readonly Matrix4[], rig: Matrix4, out: HandJoints): void {
  const [root] = joints
  const middle = joints[MIDDLE_PROXIMAL]
  if (!root || !middle) return
  wrist.multiplyMatrices(rig, root).decompose(place, own, ones)
  place.toArray(out.wrist.position)
  own.toArray(out.wrist.rotation)
  out.scale =
    place.setFromMatrixPosition(root).distanceTo(knuckle.setFromMatrixPosition(middle)) / STANDARD_PALM_M
  for (let i = 1; i <= JOINTS; i += 1) {
    const parent = joints[i === 1 || i % 5 === 0 ? 0 : i - 1]
    const joint = joints[i]
    if (!parent || !joint) continue
    parents.setFromRotationMatrix(parent).invert()
    own
      .setFromRotationMatrix(joint)
      .premultiply(parents)
      .normalize()
      .toArray(out.rotations, (i - 1) * 4)
  }
}
