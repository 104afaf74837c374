import type { Socket } from 'node:net'
import { Decoder } from '@colyseus/schema'
import { WebSocket } from 'ws'
import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { POSE_BYTES, POSE_FRAMES_OUT } from '#shared/protocol/messages.ts'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { encodeBodyBytes, encodeBodyMessage, PoseState } from './schema-state.ts'
import type { Seat, Variant } from './serving.ts'

const JOIN_ROOM = 10
const ROOM_STATE = 14
const ROOM_STATE_PATCH = 15
const ROOM_DATA = 13
const ROOM_DATA_BYTES = 17

/** Hears of one sample of one sender; `stamp` is what the variant carries: its time, or its seq. */
export type Heard = (slot: number, stamp: number) => void
export type LoadClient = {
  readonly slot: number
  send(poses: readonly TrackedPose[]): void
  /** Bytes that came in, WebSocket headers included. */
  bytesIn(): number
  readonly open: boolean
  close(): void
}
export const stampOf = (variant: Variant, { seq, timeMs }: TrackedPose): number =>
  variant === 'ours' ? timeMs : seq

/** A plain WebSocket that speaks what the variant's server speaks. Only who listens decodes what comes. */
export async function openClient(
  variant: Variant,
  port: number,
  { path, slot }: Seat,
  heard?: Heard,
): Promise<LoadClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { perMessageDeflate: false })
  socket.on('error', () => {})
  const talk = variant === 'json' ? socketIo(socket, slot, heard) : colyseus(variant, socket, heard)
  await talk.joined
  const stream = (socket as unknown as { _socket: Socket })._socket
  return {
    slot,
    send: talk.send,
    bytesIn: () => stream.bytesRead,
    get open() {
      return socket.readyState === WebSocket.OPEN
    },
    close: () => socket.close(),
  }
}

type Talk = { readonly joined: Promise<void>; send(poses: readonly TrackedPose[]): void }

function colyseus(variant: Variant, socket: WebSocket, heard: Heard | undefined): Talk {
  const read = variant === 'ours' ? sharedFrames(heard) : statePatches(heard)
  const joined = new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('not let in')))
    socket.on('message', (data: Buffer) => {
      if (data[0] !== JOIN_ROOM) return read(data)
      socket.send(Uint8Array.of(JOIN_ROOM))
      resolve()
    })
  })
  return { joined, send: (poses) => socket.send(colyseusMessage(variant, poses)) }
}

function colyseusMessage(variant: Variant, poses: readonly TrackedPose[]): Buffer {
  const newest = poses.at(-1) as TrackedPose
  if (variant === 'schema20' || variant === 'schema60')
    return Buffer.concat([Uint8Array.of(ROOM_DATA), encodeBodyMessage(newest)])
  const bytes = variant === 'ours' ? encodePoseFrame(poses) : encodeBodyBytes(newest)
  return Buffer.concat([Uint8Array.of(ROOM_DATA_BYTES, POSE_BYTES), bytes])
}

function sharedFrames(heard: Heard | undefined): (data: Buffer) => void {
  if (heard === undefined) return () => {}
  const decoder = createPoseDecoder()
  return (data) => {
    if (data[0] !== ROOM_DATA_BYTES || data[1] !== POSE_FRAMES_OUT) return
    const frame = decoder.read(data.subarray(2))
    if (!frame.ok) throw new Error(`A receiver could not read: ${frame.reason}`)
    for (const { slot, sample } of frame.samples) heard(slot, sample.timeMs)
  }
}

function statePatches(heard: Heard | undefined): (data: Buffer) => void {
  if (heard === undefined) return () => {}
  const state = new PoseState()
  const decoder = new Decoder(state)
  const seen = new Map<string, number>()
  return (data) => {
    if (data[0] !== ROOM_STATE && data[0] !== ROOM_STATE_PATCH) return
    decoder.decode(data, { offset: 1 })
    for (const [slot, body] of state.people.entries() as Iterable<[string, { seq: number }]>) {
      if (seen.get(slot) === body.seq) continue
      seen.set(slot, body.seq)
      heard(Number(slot), body.seq)
    }
  }
}

function socketIo(socket: WebSocket, slot: number, heard: Heard | undefined): Talk {
  const joined = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === 0x30) socket.send('40')
      else if (data[0] === 0x32) socket.send('3')
      else if (data[0] === 0x34 && data[1] === 0x30) resolve()
      else if (heard !== undefined) {
        const [, { from, seq }] = JSON.parse(data.subarray(2).toString()) as [
          string,
          { from: string; seq: number },
        ]
        heard(Number(from), seq)
      }
    })
  })
  return {
    joined,
    send: (poses) =>
      socket.send(`42${JSON.stringify(['broadcast', networkedAframe(slot, poses.at(-1) as TrackedPose)])}`),
  }
}

/** The message that networked-aframe sends for a head and two hands (`um`: several entities changed). */
function networkedAframe(slot: number, { seq, head, left, right }: TrackedPose): object {
  const d = [head, left ?? head, right ?? head].map(({ position, rotation }, index) => ({
    networkId: `n${slot}${index}abcde`,
    owner: `client-${slot}`,
    creator: `client-${slot}`,
    lastOwnerTime: 1_763_900_000_000,
    template: ['#avatar-template', '#left-hand-template', '#right-hand-template'][index],
    persistent: false,
    parent: null,
    components: {
      0: { x: position[0], y: position[1], z: position[2] },
      1: eulerDegrees(rotation),
    },
  }))
  return { from: String(slot), seq, type: 'um', data: { d }, broadcasting: true }
}

/** It sends rotations as Euler angles with all their digits. */
function eulerDegrees([x, y, z, w]: readonly [number, number, number, number]): object {
  const degrees = 180 / Math.PI
  return {
    x: Math.atan2(2 * (w * x - y * z), 1 - 2 * (x * x + z * z)) * degrees,
    y: Math.atan2(2 * (w * y - x * z), 1 - 2 * (y * y + z * z)) * degrees,
    z: Math.asin(Math.max(-1, Math.min(1, 2 * (x * y + z * w)))) * degrees,
  }
}
