import { getMessageBytes, Protocol } from '@colyseus/core'
import * as ws from 'ws'
import { POSE_FRAMES_OUT } from '#shared/protocol/messages.ts'

type Frame = (data: Buffer, options: object) => Buffer[]
// Exported, though its types do not say so.
const { Sender } = ws as unknown as { Sender: { frame: Frame } }
const BINARY = { fin: true, opcode: 2, mask: false, rsv1: false, readOnly: true }

/** A shared frame as the bytes of one WebSocket frame, made once and written to every socket. */
export function poseMessage(bytes: Uint8Array): Buffer {
  const message = getMessageBytes.raw(Protocol.ROOM_DATA_BYTES, POSE_FRAMES_OUT, undefined, bytes)
  return Buffer.concat(Sender.frame(message, BINARY))
}
