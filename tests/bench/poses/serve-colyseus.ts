import type { Server } from 'node:http'
import type { Room } from '@colyseus/core'
import { matchMaker, RegisteredHandler } from '@colyseus/core'
import { setLogger } from '@colyseus/core/Logger'
import { WebSocketTransport } from '@colyseus/ws-transport'
import type { Seat } from './serving.ts'

const silent = (): void => {}

/** One room of this class on the server; `join` reserves a seat in it. */
export async function serveRoom(
  server: Server,
  roomClass: new () => Room,
): Promise<(slot: number) => Promise<Seat>> {
  setLogger({ debug: silent, trace: silent, info: silent, warn: silent, error: silent })
  await matchMaker.setup()
  const handler = new RegisteredHandler(roomClass as never)
  handler.name = 'bench'
  matchMaker.addRoomType(handler)
  await matchMaker.accept()
  const transport = new WebSocketTransport({
    noServer: true,
    maxPayload: 16 * 1024,
    perMessageDeflate: false,
  })
  transport.attachToServer(server)
  return async (slot) => {
    const { sessionId, roomId, processId } = await matchMaker.joinOrCreate('bench', { slot })
    return { path: `/${processId}/${roomId}?sessionId=${sessionId}`, slot }
  }
}

export function slotOf(options: unknown): number {
  return (options as { slot: number }).slot
}
