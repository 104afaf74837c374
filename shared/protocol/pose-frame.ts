import type { Vector3 } from '#shared/scenario/common.ts'
import { QUATERNION_BYTES, readQuaternion, writeQuaternion } from './quaternion-bits.ts'
import type { HandPose, RigidPose, TrackedPose } from './tracked-pose.ts'

export const POSE_FRAME_VERSION = 1

const HEADER_BYTES = 8
const POSITION_BYTES = 9
const RIGID_BYTES = POSITION_BYTES + QUATERNION_BYTES
const HAND_BYTES = RIGID_BYTES + 1
export const MAX_POSE_FRAME_BYTES = HEADER_BYTES + RIGID_BYTES + 2 * HAND_BYTES

const DISCONTINUITY = 1
const LEFT = 2
const RIGHT = 4
const ALL_FLAGS = DISCONTINUITY | LEFT | RIGHT

const UNITS_PER_METRE = 4000
const POSITION_LIMIT = 8_388_607

export type PoseFrameResult =
  | { ok: true; pose: TrackedPose }
  | { ok: false; reason: 'malformed'; detail: string }

/**
 * Pose frame v1, little endian, 22 to 52 bytes: version u8, flags u8, seq u16, time u32 (ms), head, then the hands that the
 * flags name, left first. A body part is 3 × i24 in ¼ mm and 40 bits of rotation; a hand adds its trigger, u8.
 * Error: ≤ 0.22 mm in position (0.125 mm an axis), ≤ 0.07° in rotation, ≤ 0.002 in trigger. Positions beyond ±2,097 m are cut there.
 *
 * @param into scratch of MAX_POSE_FRAME_BYTES; the answer is a view of its start.
 */
export function encodePoseFrame(pose: TrackedPose, into = new Uint8Array(MAX_POSE_FRAME_BYTES)): Uint8Array {
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength)
  view.setUint8(0, POSE_FRAME_VERSION)
  view.setUint8(
    1,
    (pose.discontinuity ? DISCONTINUITY : 0) | (pose.left ? LEFT : 0) | (pose.right ? RIGHT : 0),
  )
  view.setUint16(2, pose.seq & 0xffff, true)
  view.setUint32(4, pose.timeMs >>> 0, true)
  let end = writeRigid(view, HEADER_BYTES, pose.head)
  if (pose.left) end = writeHand(view, end, pose.left)
  if (pose.right) end = writeHand(view, end, pose.right)
  return into.subarray(0, end)
}

/** Any bytes at all: a pose or a refusal, never a throw, never more memory than one pose. */
export function decodePoseFrame(bytes: Uint8Array): PoseFrameResult {
  if (bytes.byteLength < HEADER_BYTES + RIGID_BYTES) return refuse('too short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint8(0) !== POSE_FRAME_VERSION) return refuse('unknown version')
  const flags = view.getUint8(1)
  if ((flags & ~ALL_FLAGS) !== 0) return refuse('unknown flags')
  const hands = (flags & LEFT ? 1 : 0) + (flags & RIGHT ? 1 : 0)
  if (bytes.byteLength !== HEADER_BYTES + RIGID_BYTES + hands * HAND_BYTES) return refuse('wrong length')
  const afterHead = HEADER_BYTES + RIGID_BYTES
  const head = readRigid(view, HEADER_BYTES)
  const left = flags & LEFT ? readHand(view, afterHead) : null
  const right = flags & RIGHT ? readHand(view, flags & LEFT ? afterHead + HAND_BYTES : afterHead) : null
  if (!head || (flags & LEFT && !left) || (flags & RIGHT && !right)) return refuse('no rotation')
  return {
    ok: true,
    pose: {
      seq: view.getUint16(2, true),
      timeMs: view.getUint32(4, true),
      discontinuity: (flags & DISCONTINUITY) !== 0,
      head,
      left,
      right,
    },
  }
}

function refuse(detail: string): PoseFrameResult {
  return { ok: false, reason: 'malformed', detail }
}

function writeRigid(view: DataView, offset: number, { position, rotation }: RigidPose): number {
  writeMetres(view, offset, position[0])
  writeMetres(view, offset + 3, position[1])
  writeMetres(view, offset + 6, position[2])
  writeQuaternion(view, offset + POSITION_BYTES, rotation)
  return offset + RIGID_BYTES
}

function writeHand(view: DataView, offset: number, hand: HandPose): number {
  const end = writeRigid(view, offset, hand)
  view.setUint8(end, Math.round(Math.max(0, Math.min(1, hand.trigger)) * 255))
  return end + 1
}

function writeMetres(view: DataView, offset: number, metres: number): void {
  const units = Math.max(-POSITION_LIMIT, Math.min(POSITION_LIMIT, Math.round(metres * UNITS_PER_METRE)))
  view.setUint16(offset, units & 0xffff, true)
  view.setInt8(offset + 2, units >> 16)
}

function readRigid(view: DataView, offset: number): RigidPose | null {
  const rotation = readQuaternion(view, offset + POSITION_BYTES)
  if (!rotation) return null
  const position: Vector3 = [
    readMetres(view, offset),
    readMetres(view, offset + 3),
    readMetres(view, offset + 6),
  ]
  return { position, rotation }
}

function readHand(view: DataView, offset: number): HandPose | null {
  const rigid = readRigid(view, offset)
  return rigid && { ...rigid, trigger: view.getUint8(offset + RIGID_BYTES) / 255 }
}

function readMetres(view: DataView, offset: number): number {
  return ((view.getInt8(offset + 2) << 16) | view.getUint16(offset, true)) / UNITS_PER_METRE
}
