// oxlint-disable no-restricted-globals -- nothing here runs inside a room
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import type { Client } from '@colyseus/core'
import { matchMaker } from '@colyseus/core'
import type { WebSocket } from 'ws'
import type { Joined } from './room-world.fixture.ts'
import { server } from './room-world.fixture.ts'

/** A line to the server that a test can stop: behind it the server's socket is back-pressured. */
export type SlowLine = { readonly address: string; pause(): void; resume(): void }

export async function slowLine(): Promise<SlowLine> {
  let line: Socket | undefined
  const proxy = createServer((client) => {
    const onward = connect((server.address() as AddressInfo).port, '127.0.0.1')
    line = onward
    client.pipe(onward).pipe(client)
    for (const end of [client, onward]) end.on('error', () => {})
    onward.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  proxy.unref()
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    pause: () => void line?.pause(),
    resume: () => void line?.resume(),
  }
}

export function serverSide({ room }: Joined): Client | undefined {
  return matchMaker.getLocalRoomById(room.roomId).clients.getById(room.sessionId)
}

export function pile(joined: Joined): void {
  serverSide(joined)?.send('cues', { tick: 0, cues: ['x'.repeat(10_000)] })
}

/** Messages until the kernel takes no more and the server's own queue for this client grows. */
export async function fillKernel(joined: Joined): Promise<WebSocket> {
  const socket = serverSide(joined)?.ref as unknown as WebSocket
  while (socket.bufferedAmount === 0) {
    pile(joined)
    await new Promise(setImmediate)
  }
  return socket
}
