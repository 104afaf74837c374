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

/** Uplink of this variant: seq, then the 21 numbers, as float32. */
export function encodeBody({ seq, head, left, right }: TrackedPose): Uint8Array {
  const values = [head, left ?? head, right ?? head].flatMap(({ position, rotation }) => [
    ...position,
    ...rotation,
  ])
  return new Uint8Array(Float32Array.of(seq, ...values).buffer)
}

export function writeBody(state: PoseState, slot: string, bytes: Uint8Array): void {
  const values = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const people = state.people as unknown as Map<string, Body>
  let body = people.get(slot)
  if (body === undefined) {
    body = new Body() as unknown as Body
    people.set(slot, body)
  }
  body.seq = values.getFloat32(0, true)
  for (let index = 0; index < channels.length; index++)
    body[channels[index] ?? ''] = values.getFloat32(4 * (index + 1), true)
}
