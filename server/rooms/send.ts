import type { Client } from '@colyseus/core'
import { getMessageBytes, Protocol } from '@colyseus/core'
import type { RoomMessages } from '#shared/protocol/messages.ts'

/** Encoded once, however many clients get the very same message. */
const encoded = new WeakMap<object, Buffer>()

export function send<Name extends keyof RoomMessages>(
  client: Client,
  name: Name,
  message: RoomMessages[Name],
): void {
  const bytes = encoded.get(message) ?? getMessageBytes.raw(Protocol.ROOM_DATA, name, message)
  encoded.set(message, bytes)
  client.enqueueRaw(bytes)
}
