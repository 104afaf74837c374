import type { Quaternion, Vector3 } from 'three'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { HandPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Body, Hand } from '../device/body.ts'

/** Poses a second: enough for sensors that look at 20 Hz, well under the room's cap. */
const INTERVAL_MS = 40

/** Sends the body 25 times a second; returns the frame callback. */
export function createPoseSender(sendPose: (bytes: Uint8Array) => void): (nowMs: number, body: Body) => void {
  const left = emptyHand()
  const right = emptyHand()
  const pose: TrackedPose = {
    seq: 0,
    timeMs: 0,
    discontinuity: false,
    head: { position: [0, 0, 0], rotation: [0, 0, 0, 1] },
    left: null,
    right: null,
  }
  let nextMs = 0
  return (nowMs, body) => {
    if (nowMs < nextMs) return
    nextMs = Math.max(nextMs + INTERVAL_MS, nowMs)
    pose.seq = (pose.seq + 1) & 0xffff
    pose.timeMs = Math.round(nowMs)
    pose.discontinuity = body.discontinuity
    body.discontinuity = false
    write(pose.head.position, body.head, pose.head.rotation, body.headRotation)
    pose.left = writeHand(left, body.left)
    pose.right = writeHand(right, body.right)
    sendPose(encodePoseFrame([pose]))
  }
}

function emptyHand(): HandPose {
  return { position: [0, 0, 0], rotation: [0, 0, 0, 1], trigger: 0 }
}

function writeHand(out: HandPose, hand: Hand): HandPose | null {
  if (!hand.present) return null
  write(out.position, hand.grip, out.rotation, hand.aim)
  out.trigger = hand.trigger
  return out
}

function write(outPosition: number[], position: Vector3, outRotation: number[], rotation: Quaternion): void {
  position.toArray(outPosition)
  rotation.toArray(outRotation)
}
