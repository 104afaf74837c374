import type { Socket } from 'node:net'
import type { Client } from '@colyseus/core'
import { ClientState } from '@colyseus/core'
import { WebSocket } from 'ws'
import type { PoseSocket } from './reader.ts'

const PROBE = Buffer.from('poses')

/** Past Colyseus and ws, which would frame and copy the same bytes for each receiver anew; that is safe between whole frames. */
export function clientSocket(client: Client, onAnswer: () => void): PoseSocket {
  const socket = client.ref as unknown as WebSocket & { readonly _socket: Socket }
  // Colyseus asks too, with empty questions.
  socket.on('pong', (data: Buffer) => data.equals(PROBE) && onAnswer())
  return {
    get ready() {
      return client.state === ClientState.JOINED && socket.readyState === WebSocket.OPEN
    },
    get queuedBytes() {
      return socket.bufferedAmount
    },
    write: (frame) => void socket._socket.write(frame),
    probe: () => socket.ping(PROBE),
    cut: () => socket.terminate(),
  }
}
