import type { SchemaType } from '@colyseus/schema'
import { schema, t } from '@colyseus/schema'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'

const PARTS = ['head', 'left', 'right'] as const
const AXES = ['px', 'py', 'pz', 'qx', 'qy', 'qz', 'qw'] as const
const channels = PARTS.flatMap((part) => AXES.map((axis) => `${part}_${axis}`))

/** A body as one writes it with Colyseus: one flat schema of float32, the smallest of the usual ways. */
const Body = schema(
  {
    seq: t.uint16().default(0),
    ...Object.fromEntries(channels.map((channel) => [channel, t.float32().default(0)])),
  },
  'Body',
)
type Body = { seq: number } & Record<string, number>

export const PoseState = schema({ people: t.map(Body) }, 'Poses')
export type PoseState = SchemaType<typeof PoseState>

/** What `room.send('pose', {…})` packs: a map of names and doubles. */
export function encodeBodyMessage(pose: TrackedPose): Uint8Array {
  const fields = valuesOf(pose).map((value, index) => {
    const number = Buffer.alloc(9, 0xcb)
    number.writeDoubleBE(value, 1)
    return Buffer.concat([packText(channels[index] ?? ''), number])
  })
  const seq = Buffer.concat([packText('seq'), Buffer.of(0xcd, pose.seq >> 8, pose.seq & 0xff)])
  return Buffer.concat([packText('pose'), Buffer.of(0xde, 0, fields.length + 1), seq, ...fields])
}

/** What `room.sendBytes` can carry instead, which hardly anybody does: seq, then the 21 numbers, as float32. */
export function encodeBodyBytes(pose: TrackedPose): Uint8Array {
  return new Uint8Array(Float32Array.of(pose.seq, ...valuesOf(pose)).buffer)
}

export function writeBodyMessage(state: PoseState, slot: string, message: Record<string, number>): void {
  const body = bodyOf(state, slot)
  body.seq = message['seq'] ?? 0
  for (const channel of channels) body[channel] = message[channel] ?? 0
}

export function writeBodyBytes(state: PoseState, slot: string, bytes: Uint8Array): void {
  const values = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const body = bodyOf(state, slot)
  body.seq = values.getFloat32(0, true)
  for (let index = 0; index < channels.length; index++)
    body[channels[index] ?? ''] = values.getFloat32(4 * (index + 1), true)
}

function valuesOf({ head, left, right }: TrackedPose): number[] {
  return [head, left ?? head, right ?? head].flatMap(({ position, rotation }) => [...position, ...rotation])
}

function bodyOf(state: PoseState, slot: string): Body {
  const people = state.people as unknown as Map<string, Body>
  let body = people.get(slot)
  if (body === undefined) {
    body = new Body() as unknown as Body
    people.set(slot, body)
  }
  return body
}

function packText(text: string): Buffer {
  return Buffer.concat([Buffer.of(0xa0 | text.length), Buffer.from(text)])
}
