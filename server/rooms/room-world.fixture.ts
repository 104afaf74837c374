// oxlint-disable no-restricted-globals -- nothing here runs inside a room
import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SeatReservation, Room } from 'colyseus.js'
import { Client } from 'colyseus.js'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { HttpEnv } from '#server/http/http-env.ts'
import { matchmakingApi } from '#server/http/matchmaking.ts'
import { createOriginCheck } from '#server/http/origins.ts'
import { ownOriginOnly } from '#server/http/guard.ts'
import { memoryPeople } from '#server/people/adapters/memory-people.fixture.ts'
import type { Tickets } from '#server/people/tickets.ts'
import { createTickets } from '#server/people/tickets.ts'
import { createManualClock, realClock, stoppedTicker } from '#server/sessions/clock.ts'
import { fakeRules } from '#server/sessions/fake-rules.fixture.ts'
import { TrainingSession } from '#server/sessions/training-session.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import type { Log } from '#server/telemetry/log.ts'
import { silentLog } from '#server/telemetry/log.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import type { IntentAnswer, RoomMessages } from '#shared/protocol/messages.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import { POSE_FRAMES_OUT } from '#shared/protocol/messages.ts'
import type { Rooms } from './start-rooms.ts'
import { startRooms } from './start-rooms.ts'
import { requestListener } from '#server/http/request-listener.ts'

// A real Colyseus room on a real port over sessions with small fake rules. Importing this file sets it up for a test file.

/** What the server's log got. */
export const warnings = { count: 0 }
export const sessions = new Map<string, { session: TrainingSession; rules: ReturnType<typeof fakeRules> }>()
export let server: Server
let rooms: Rooms
export let tickets: Tickets
export let base: string
export const people = memoryPeople()
const joined: Room[] = []

beforeAll(async () => {
  const http = createServer()
  server = http
  tickets = createTickets({
    key: randomBytes(32).toString('base64url'),
    store: people,
    nowMs: Date.now,
  })
  const check = createOriginCheck({
    names: ['localhost'],
    ports: () => [(http.address() as AddressInfo).port],
  })
  const registry = { open: async (id: string) => sessions.get(id)?.session } as unknown as TrainingSessions
  const log: Log = (level) => void (level === 'warn' && (warnings.count += 1))
  rooms = await startRooms(http, check, {
    sessions: registry,
    tickets,
    people,
    log,
    after: realClock.after,
  })
  const app = new Hono<HttpEnv>()
  app.use(ownOriginOnly(check))
  app.route('/matchmake', matchmakingApi(rooms, new KeyedBuckets({ perSecond: 1000, burst: 1000 }), Date.now))
  http.on('request', requestListener(app))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(async () => {
  await rooms.stop()
  await new Promise((resolve) => server.close(resolve))
})

export let id: string
beforeEach(() => {
  id = newSession()
})
afterEach(async () => {
  for (const room of joined.splice(0)) if (room.connection.isOpen) await room.leave()
})

/** Who began every session here. */
export const HOST = randomUUID()

export function newSession(): string {
  const name = randomUUID()
  const rules = fakeRules()
  const session = new TrainingSession({
    id: name,
    host: HOST,
    rules,
    scenario: { id: 'fire', version: '1.0.0', contentHash: 'h' },
    journal: { append: async () => ({ ok: true }) },
    clock: createManualClock(0),
    ticker: stoppedTicker,
    log: silentLog,
    onStatements() {},
    onClosed() {},
  })
  sessions.set(name, { session, rules })
  return name
}

export const post = (
  ticket: string | undefined,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${base}/matchmake/joinOrCreate/training`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(ticket === undefined ? {} : { authorization: `Bearer ${ticket}` }),
      ...headers,
    },
  })

export type Joined = {
  room: Room
  messages: { [Name in keyof RoomMessages]: RoomMessages[Name][] }
  /** Shared pose frames, from the first one on. */
  poses: Uint8Array[]
  person: string
}

export async function join(
  session = id,
  person: string = randomUUID(),
  address = base,
  kind: MemberKind = 'participant',
  role = '',
): Promise<Joined> {
  const response = await post(tickets.issue({ session, person, kind, role }), { session })
  expect(response.status).toBe(200)
  const room = await new Client(address).consumeSeatReservation((await response.json()) as SeatReservation)
  room.reconnection.enabled = false
  joined.push(room)
  const messages: Joined['messages'] = {
    welcome: [],
    view: [],
    cues: [],
    roster: [],
    live: [],
    lead: [],
    drawings: [],
    refused: [],
  }
  for (const name of Object.keys(messages) as (keyof RoomMessages)[])
    room.onMessage(name, (message: never) => messages[name].push(message))
  const poses: Uint8Array[] = []
  room.onMessage(POSE_FRAMES_OUT, (bytes: Uint8Array) => poses.push(bytes))
  await until(() => messages.welcome.length > 0 && messages.view.length > 0)
  return { room, messages, poses, person }
}

/** Waits for something that the other side sends; every wait ends by an event, the test's own time limit is the bound. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate)
}

export async function tick(session = id): Promise<void> {
  const running = sessions.get(session)?.session
  await running?.advanceTo(running.tickNumber + 1)
}

let seq = 0
export function press(
  { room, messages }: Joined,
  change: Record<string, unknown> = {},
): Promise<IntentAnswer> {
  return room.request('intent', {
    epoch: messages.welcome[0]?.epoch,
    seq: (seq += 1),
    action: 'press',
    clientTime: 1,
    ...change,
  })
}

/** Acts are answered after their tick, so ticks go on until the answer is there. */
export async function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let done = false
  void answer.finally(() => (done = true)).catch(() => {})
  while (!done) {
    await tick()
    await new Promise(setImmediate)
  }
  return answer
}

export const head = {
  position: [0, 1.6, 0] as [number, number, number],
  rotation: [0, 0, 0, 1] as [number, number, number, number],
}
