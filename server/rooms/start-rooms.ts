import type { Server } from 'node:http'
import { createAuthContext, matchMaker, RegisteredHandler } from '@colyseus/core'
import { setLogger } from '@colyseus/core/Logger'
import { Encoder } from '@colyseus/schema'
import type { TransportOptions } from '@colyseus/ws-transport'
import { WebSocketTransport } from '@colyseus/ws-transport'
import { limitWarnings } from '#server/telemetry/limit-warnings.ts'
import type { OriginCheck } from '#server/http/origins.ts'
import { ROOM_NAME } from '#shared/protocol/messages.ts'
import { LARGEST_MESSAGE_BYTES } from '#shared/protocol/rate-limits.ts'
import type { TrainingRoomDeps } from './training-room.ts'
import { defineTrainingRoom, WARNINGS } from './training-room.ts'

const MOST_FRAGMENTS = 16
/** The whole state of a room; larger ones grow with a warning. */
const STATE_BYTES = 64 * 1024
/** A path of Colyseus' own making: process id, room id. */
const SEAT_PATH = /^\/[A-Za-z0-9_-]{1,32}\/[A-Za-z0-9_-]{1,40}$/

export type Seat = { readonly status: number; readonly body: unknown }

export type Rooms = {
  /** Answers the matchmaking POST: a seat reservation, or the refusal that Colyseus' client understands. */
  matchmake(method: string, room: string, options: object, headers: Headers): Promise<Seat>
  stop(): Promise<void>
}

/**
 * Colyseus' matchmaker and WebSocket transport on an HTTP server that is ours. Its own `Server` is left out: it would
 * answer every request of that HTTP server and reflect any origin.
 */
export async function startRooms(
  server: Server,
  originCheck: OriginCheck,
  deps: TrainingRoomDeps,
): Promise<Rooms> {
  matchMaker.controller.exposedMethods = ['joinOrCreate']
  // Defence in depth: our own routes set no CORS headers at all.
  matchMaker.controller.getCorsHeaders = () => ({})
  setLogger(quietLogger(limitWarnings(deps.log, WARNINGS, () => performance.now())))
  Encoder.BUFFER_SIZE = STATE_BYTES
  await matchMaker.setup()
  matchMaker.addRoomType(roomType(deps))
  await matchMaker.accept()
  // `maxFragments` (ws 8.21+) is not in its types yet: a message in many small pieces pins far more memory than it has bytes.
  const transportOptions: TransportOptions & { maxFragments: number } = {
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    maxFragments: MOST_FRAGMENTS,
    perMessageDeflate: false,
    beforeUpgrade: (request, { headers }) => refuseUpgrade(request, headers, originCheck),
  }
  const transport = new WebSocketTransport(transportOptions)
  transport.attachToServer(server)
  return {
    async matchmake(method, room, options, headers) {
      try {
        return {
          status: 200,
          body: await matchMaker.controller.invokeMethod(
            method,
            room,
            options,
            createAuthContext({ headers }),
          ),
        }
      } catch (error) {
        const { code, message } = error as { code?: unknown; message: string }
        // Ours are one word for programs; Colyseus' are sentences.
        const isOurs = typeof code === 'number' && code >= 400 && code < 600 && /^[a-z-]+$/.test(message)
        const status = isOurs ? code : 400
        return { status, body: { code, error: message } }
      }
    },
    async stop() {
      await matchMaker.gracefullyShutdown()
      transport.shutdown()
      matchMaker.removeRoomType(ROOM_NAME)
    },
  }
}

function roomType(deps: TrainingRoomDeps): RegisteredHandler {
  const handler = new RegisteredHandler(defineTrainingRoom(deps) as never)
  handler.name = ROOM_NAME
  return handler.filterBy(['session'] as never)
}

function refuseUpgrade(request: Request, headers: Headers, originCheck: OriginCheck): Response | undefined {
  const url = new URL(request.url)
  if (!SEAT_PATH.test(url.pathname)) return new Response('No socket lives here.', { status: 404 })
  // Queries end up in the logs of proxies. Clients hand the seat to `consumeSeatReservation` without a token set.
  if (url.searchParams.has('_authToken'))
    return new Response('No token in an address, please.', { status: 400 })
  const origin = headers.get('origin')
  if (origin !== null && !originCheck(origin, headers.get('host')))
    return new Response('Foreign origin.', { status: 403 })
  return undefined
}

/** Colyseus reports what clients do wrong as errors with stacks; to us these are warnings of one line. */
function quietLogger(log: TrainingRoomDeps['log']): Parameters<typeof setLogger>[0] {
  const warn = (...parts: unknown[]): void =>
    log('warn', 'colyseus', { message: parts.map(String).join(' ').split('\n')[0]?.slice(0, 200) })
  const silent = (): void => {}
  return { debug: silent, trace: silent, info: silent, warn, error: warn }
}
