import type { Quaternion, Vector3 } from '#shared/scenario/common.ts'
import { QUATERNION_BYTES, readQuaternion, writeQuaternion } from './quaternion-bits.ts'
import { COMPONENT_MAX, quantiseRotation, restoreRotationAt } from './smallest-three.ts'
import { JOINTS, type HandJoints, type HandPose, type RigidPose } from './tracked-pose.ts'

const POSITION_BYTES = 9
export const RIGID_BYTES = POSITION_BYTES + QUATERNION_BYTES
export const HAND_BYTES = RIGID_BYTES + 1
export const JOINTS_BYTES = RIGID_BYTES + 1 + 4 * JOINTS
export const GAZE_BYTES = QUATERNION_BYTES

const UNITS_PER_METRE = 4000
const POSITION_LIMIT = 8_388_607
const SCALE_STEPS = 128

const scratch = new Int32Array(4)

// Each writer answers where it stopped; each reader answers null when the bytes name no rotation.

export function writeRigid(view: DataView, at: number, { position, rotation }: RigidPose): number {
  writeMetres(view, at, position[0])
  writeMetres(view, at + 3, position[1])
  writeMetres(view, at + 6, position[2])
  return writeRotation(view, at + POSITION_BYTES, rotation)
}

export function writeRotation(view: DataView, at: number, rotation: Quaternion): number {
  writeQuaternion(view, at, rotation)
  return at + QUATERNION_BYTES
}

export function writeHand(view: DataView, at: number, hand: HandPose): number {
  const end = writeRigid(view, at, hand)
  view.setUint8(end, Math.round(Math.max(0, Math.min(1, hand.trigger)) * 255))
  return end + 1
}

export function writeJoints(view: DataView, at: number, { wrist, scale, rotations }: HandJoints): number {
  let end = writeRigid(view, at, wrist)
  view.setUint8(end, Math.max(0, Math.min(255, Math.round(scale * SCALE_STEPS))))
  end += 1
  for (let joint = 0; joint < JOINTS; joint++, end += 4) {
    quantiseRotation(rotations, joint * 4, scratch, 0)
    const [largest = 0, a = 0, b = 0, c = 0] = scratch
    view.setUint32(
      end,
      ((largest << 30) | ((a + COMPONENT_MAX) << 20) | ((b + COMPONENT_MAX) << 10) | (c + COMPONENT_MAX)) >>>
        0,
      true,
    )
  }
  return end
}

export function readRigid(view: DataView, at: number): RigidPose | null {
  const rotation = readQuaternion(view, at + POSITION_BYTES)
  if (!rotation) return null
  const position: Vector3 = [readMetres(view, at), readMetres(view, at + 3), readMetres(view, at + 6)]
  return { position, rotation }
}

export function readHand(view: DataView, at: number): HandPose | null {
  const rigid = readRigid(view, at)
  return rigid && { ...rigid, trigger: view.getUint8(at + RIGID_BYTES) / 255 }
}

export function readJoints(view: DataView, at: number): HandJoints | null {
  const wrist = readRigid(view, at)
  if (!wrist) return null
  const rotations = new Float32Array(4 * JOINTS)
  const first = at + RIGID_BYTES + 1
  for (let joint = 0; joint < JOINTS; joint++) {
    const word = view.getUint32(first + 4 * joint, true)
    scratch[0] = word >>> 30
    scratch[1] = ((word >>> 20) & 1023) - COMPONENT_MAX
    scratch[2] = ((word >>> 10) & 1023) - COMPONENT_MAX
    scratch[3] = (word & 1023) - COMPONENT_MAX
    if (!restoreRotationAt(scratch, 0, rotations, 4 * joint)) return null
  }
  return { wrist, rotations, scale: view.getUint8(at + RIGID_BYTES) / SCALE_STEPS }
}

function writeMetres(view: DataView, at: number, metres: number): void {
  const units = Math.max(-POSITION_LIMIT, Math.min(POSITION_LIMIT, Math.round(metres * UNITS_PER_METRE)))
  view.setUint16(at, units & 0xffff, true)
  view.setInt8(at + 2, units >> 16)
}

function readMetres(view: DataView, at: number): number {
  return ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / UNITS_PER_METRE
}
