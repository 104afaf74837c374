import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer as createTcpServer } from 'node:net'
import { matchMaker } from '@colyseus/core'
import type { SeatReservation, Room } from 'colyseus.js'
import { Client } from 'colyseus.js'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { HttpEnv } from '#server/http/http-env.ts'
import { matchmakingApi } from '#server/http/matchmaking.ts'
import { createOriginCheck } from '#server/http/origins.ts'
import { ownOriginOnly } from '#server/http/guard.ts'
import { memoryPeople } from '#server/people/adapters/memory-people.fixture.ts'
import type { Tickets } from '#server/people/tickets.ts'
import { createTickets } from '#server/people/tickets.ts'
import { stoppedTicker } from '#server/sessions/clock.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import { fakeRules } from '#server/sessions/fake-rules.fixture.ts'
import { TrainingSession } from '#server/sessions/training-session.ts'
import type { TrainingSessions } from '#server/sessions/training-sessions.ts'
import { silentLog } from '#server/telemetry/log.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import type { IntentAnswer, RoomMessages } from '#shared/protocol/messages.ts'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { Rooms } from './start-rooms.ts'
import { startRooms } from './start-rooms.ts'
import { requestListener } from '#server/http/request-listener.ts'

const sessions = new Map<string, { session: TrainingSession; rules: ReturnType<typeof fakeRules> }>()
let server: Server
let rooms: Rooms
let tickets: Tickets
let base: string
const joined: Room[] = []

beforeAll(async () => {
  const http = createServer()
  server = http
  tickets = createTickets({
    key: randomBytes(32).toString('base64url'),
    store: memoryPeople(),
    nowMs: Date.now,
  })
  const check = createOriginCheck({
    names: ['localhost'],
    ports: () => [(http.address() as AddressInfo).port],
  })
  const registry = { open: async (id: string) => sessions.get(id)?.session } as unknown as TrainingSessions
  rooms = await startRooms(http, check, { sessions: registry, tickets, log: silentLog, nowMs: Date.now })
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

let id: string
beforeEach(() => {
  id = newSession()
})
afterEach(async () => {
  for (const room of joined.splice(0)) if (room.connection.isOpen) await room.leave()
})

function newSession(): string {
  const name = randomUUID()
  const rules = fakeRules()
  const session = new TrainingSession({
    id: name,
    rules,
    scenario: { id: 'fire', version: '1.0.0', contentHash: 'h' },
    spawnOf: () => 'door',
    journal: { append: async () => ({ ok: true }) },
    clock: createManualClock(0),
    ticker: stoppedTicker,
    log: silentLog,
    onStatements() {},
    onEnded() {},
  })
  sessions.set(name, { session, rules })
  return name
}

const post = (
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

type Joined = { room: Room; messages: { [Name in keyof RoomMessages]: RoomMessages[Name][] }; person: string }

async function join(session = id, person: string = randomUUID(), address = base): Promise<Joined> {
  const response = await post(tickets.issue({ session, person, role: 'trainee' }), { session })
  expect(response.status).toBe(200)
  const room = await new Client(address).consumeSeatReservation((await response.json()) as SeatReservation)
  room.reconnection.enabled = false
  joined.push(room)
  const messages: Joined['messages'] = { welcome: [], view: [], cues: [], refused: [] }
  for (const name of Object.keys(messages) as (keyof RoomMessages)[])
    room.onMessage(name, (message: never) => messages[name].push(message))
  await until(() => messages.welcome.length > 0 && messages.view.length > 0)
  return { room, messages, person }
}

/** Waits for something that the other side sends; every wait ends by an event, the test's own time limit is the bound. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(setImmediate)
}

async function tick(session = id): Promise<void> {
  const running = sessions.get(session)?.session
  await running?.advanceTo(running.tickNumber + 1)
}

let seq = 0
function press({ room, messages }: Joined, change: Record<string, unknown> = {}): Promise<IntentAnswer> {
  return room.request('intent', {
    epoch: messages.welcome[0]?.epoch,
    seq: (seq += 1),
    action: 'press',
    clientTime: 1,
    ...change,
  })
}

/** Intents are answered after their tick, so ticks go on until the answer is there. */
async function answered(answer: Promise<IntentAnswer>): Promise<IntentAnswer> {
  let done = false
  void answer.finally(() => (done = true)).catch(() => {})
  while (!done) {
    await tick()
    await new Promise(setImmediate)
  }
  return answer
}

const head = {
  position: [0, 1.6, 0] as [number, number, number],
  rotation: [0, 0, 0, 1] as [number, number, number, number],
}

describe('joining', () => {
  test('ROOM-1 a ticket opens the door once: welcome, view and state', async () => {
    const member = await join()
    expect(member.messages.welcome[0]).toMatchObject({
      session: id,
      person: member.person,
      role: 'trainee',
      spawn: 'door',
    })
    await tick()
    await until(() => member.room.state.toJSON?.().tick === 1)
    expect(member.room.state.toJSON()).toMatchObject({
      phase: 'running',
      participants: { [member.person]: { role: 'trainee', connected: true } },
    })
  })

  test.each([
    ['no ticket', () => undefined, 'no-ticket'],
    ['garbage', () => 'x.y', 'wrong-ticket'],
    [
      'the ticket of another session',
      () => tickets.issue({ session: newSession(), person: randomUUID(), role: 'trainee' }),
      'wrong-ticket',
    ],
  ])('ROOM-2 %s is refused', async (_name, ticket, reason) => {
    const response = await post(ticket(), { session: id })
    expect([response.status, await response.json()]).toEqual([401, { code: 401, error: reason }])
  })

  test('ROOM-3 a ticket replayed is refused', async () => {
    const ticket = tickets.issue({ session: id, person: randomUUID(), role: 'trainee' })
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post(ticket, { session: id })))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401])
  })

  test('ROOM-4 a session that does not exist is refused', async () => {
    const session = randomUUID()
    const response = await post(tickets.issue({ session, person: randomUUID(), role: 'trainee' }), {
      session,
    })
    expect([response.status, await response.json()]).toEqual([404, { code: 404, error: 'unknown-session' }])
  })

  test('ROOM-5 pages of other sites are refused at matchmaking, and their answers carry no CORS permission', async () => {
    const response = await post(
      tickets.issue({ session: id, person: randomUUID(), role: 'trainee' }),
      { session: id },
      { origin: 'https://evil.example' },
    )
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null])
  })

  test.each([
    ['a foreign origin', '/abc/def?sessionId=x', 'https://evil.example', 403],
    ['a token in the address', '/abc/def?sessionId=x&_authToken=secret', undefined, 400],
    ['an address without a room', '/', undefined, 404],
  ])('ROOM-6 the socket is refused for %s', async (_name, path, origin, status) => {
    const socket = new WebSocket(
      `${base.replace('http', 'ws')}${path}`,
      origin === undefined ? {} : { origin },
    )
    const got = await new Promise((resolve) =>
      socket
        .on('unexpected-response', (_request, response) => resolve(response.statusCode))
        .on('error', () => {}),
    )
    expect(got).toBe(status)
  })

  test('ROOM-7 only joining by ticket is offered', async () => {
    const ticket = tickets.issue({ session: id, person: randomUUID(), role: 'trainee' })
    for (const method of ['create', 'join', 'joinById', 'reconnect']) {
      const response = await fetch(`${base}/matchmake/${method}/training`, {
        method: 'POST',
        body: JSON.stringify({ session: id }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      })
      expect(response.status).toBe(400)
    }
  })

  test('ROOM-8 the newest connection of a person takes over; the older one is closed and heard no more', async () => {
    const first = await join()
    const closed = new Promise<number>((resolve) => first.room.onLeave((code) => resolve(code)))
    const second = await join(id, first.person)
    expect(await closed).toBe(4003)
    expect(second.messages.welcome[0]?.epoch).not.toBe(first.messages.welcome[0]?.epoch)
    expect(await answered(press(second))).toMatchObject({ ok: true })
    expect(sessions.get(id)?.rules.offered.map(({ kind }) => kind)).toEqual(['join', 'intent'])
  })
})

describe('acting', () => {
  test('ROOM-10 an accepted intent is answered, shown to all and cued', async () => {
    const [one, other] = [await join(), await join()]
    expect(await answered(press(one))).toEqual({ ok: true, tick: expect.any(Number) })
    await until(() => other.room.state.signals.get('presses.count') === 1 && other.messages.cues.length === 1)
    expect(other.messages.cues[0]?.cues).toEqual([{ kind: 'acted', actor: one.person, action: 'press' }])
  })

  test('ROOM-11 an impossible intent is refused with its reason', async () => {
    expect(await answered(press(await join(), { action: 'fly' }))).toEqual({
      ok: false,
      reason: 'unknown-action',
    })
  })

  test.each([
    ['nothing', undefined],
    ['a text', 'press'],
    ['a field too many', { epoch: 1, seq: 1, action: 'press', clientTime: 1, actor: 'somebody else' }],
    ['a fraction', { epoch: 1, seq: 1.5, action: 'press', clientTime: 1 }],
    ['a long name', { epoch: 1, seq: 1, action: 'x'.repeat(65), clientTime: 1 }],
    [
      'a prototype',
      { epoch: 1, seq: 1, action: 'press', clientTime: 1, params: { ['__proto__x']: { a: 1 } } },
    ],
  ])('ROOM-12 %s for an intent is malformed and nobody is thrown out', async (_name, payload) => {
    const member = await join()
    expect(await member.room.request('intent', payload)).toMatchObject({ ok: false, reason: 'malformed' })
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })

  test('ROOM-13 a resent intent gets its first answer again; an unknown one of an old epoch does not count', async () => {
    const member = await join()
    const first = await answered(press(member, { seq: 777 }))
    const again = await join(id, member.person)
    const old = member.messages.welcome[0]?.epoch
    expect(await answered(press(again, { seq: 777, epoch: old }))).toEqual(first)
    expect(await press(again, { seq: 778, epoch: old })).toEqual({ ok: false, reason: 'stale-epoch' })
  })

  test('ROOM-14 above twenty intents a second are refused, the learner stays', async () => {
    const member = await join()
    const answers = Promise.all(Array.from({ length: 100 }, () => press(member)))
    let done = false
    void answers.then(() => (done = true))
    while (!done) {
      await tick()
      await new Promise(setImmediate)
    }
    const refused = (await answers).filter((answer) => !answer.ok && answer.reason === 'too-many')
    expect(refused.length).toBeGreaterThanOrEqual(40)
    expect(refused.length).toBeLessThanOrEqual(60)
    expect(member.room.connection.isOpen).toBe(true)
  })

  test('ROOM-15 a flood above 240 messages a second is cut off, others go on', async () => {
    const [flooder, other] = [await join(), await join()]
    const closed = new Promise<number>((resolve) => flooder.room.onLeave((code) => resolve(code)))
    for (let n = 0; n < 600; n += 1) flooder.room.sendBytes(1, new Uint8Array([n & 255]))
    expect(await closed).toBe(4002)
    expect(await answered(press(other))).toMatchObject({ ok: true })
  })

  test('ROOM-16 a fault in the rules answers the intent and ends neither room nor process', async () => {
    const member = await join()
    const rules = sessions.get(id)?.rules
    const enrich = rules?.enrich
    Object.assign(rules ?? {}, {
      enrich() {
        throw new Error('on purpose')
      },
    })
    expect(await press(member)).toMatchObject({ ok: false })
    Object.assign(rules ?? {}, { enrich })
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })
})

describe('frames', () => {
  test('ROOM-20 a pose frame becomes observations', async () => {
    const member = await join()
    member.room.sendBytes(
      1,
      encodePoseFrame({ seq: 1, timeMs: 1, discontinuity: false, head, left: null, right: null }),
    )
    const rules = sessions.get(id)?.rules
    while (rules?.runner.state.sensors[`${member.person}/height`] === undefined) {
      await tick()
      await new Promise(setImmediate)
    }
    expect(rules.runner.state.sensors[`${member.person}/height`]).toBe(1600)
  })

  test('ROOM-21 garbage frames and unknown messages are refused, nobody is thrown out', async () => {
    const member = await join()
    member.room.sendBytes(1, new Uint8Array([1, 2, 3]))
    member.room.sendBytes(99, new Uint8Array([1, 2, 3]))
    member.room.send('hello', { a: 1 })
    for (const frame of [[13, 0xff, 0xff], [17], [21], [21, 0xd9], [], [255, 255], [13]])
      member.room.connection.send(new Uint8Array(frame))
    await until(() => member.messages.refused.length >= 3)
    expect(member.messages.refused.every(({ reason }) => reason === 'malformed')).toBe(true)
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })

  test('ROOM-22 an oversized frame closes that socket alone', async () => {
    const [member, other] = [await join(), await join()]
    const closed = new Promise<number>((resolve) => member.room.onLeave((code) => resolve(code)))
    member.room.sendBytes(1, new Uint8Array(17 * 1024))
    expect(await closed).toBe(1009)
    expect(await answered(press(other))).toMatchObject({ ok: true })
  })

  test('ROOM-23 a client that stops reading for a while gets the true state when it goes on', async () => {
    const [slow, busy] = [await join(id, randomUUID(), await slowLine()), await join()]
    line.pause()
    const socket = await fillQueue(slow)
    await churn(20)
    expect(socket.bufferedAmount).toBeGreaterThan(0)
    line.resume()
    await until(
      () =>
        slow.room.state.tick === sessions.get(id)?.session.tickNumber &&
        busy.room.state.tick === slow.room.state.tick,
    )
    expect(slow.room.state.toJSON()).toEqual(busy.room.state.toJSON())
  })

  test('ROOM-24 a client that never reads is cut off at a bounded queue, others go on', async () => {
    const [slow, busy] = [await join(id, randomUUID(), await slowLine()), await join()]
    line.pause()
    const socket = await fillQueue(slow)
    let most = 0
    while (socket.readyState === WebSocket.OPEN) {
      await churn(1)
      most = Math.max(most, socket.bufferedAmount)
    }
    line.resume()
    expect(most).toBeLessThan(1.2 * 1024 * 1024)
    expect(await answered(press(busy))).toMatchObject({ ok: true })
  })
})

/** A line between client and server that a test can stop: behind it the server's socket is back-pressured. */
let line: Socket
async function slowLine(): Promise<string> {
  const proxy = createTcpServer((client) => {
    line = connect((server.address() as AddressInfo).port, '127.0.0.1')
    client.pipe(line).pipe(client)
    for (const end of [client, line]) end.on('error', () => {})
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  proxy.unref()
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
}

let round = 0
async function churn(ticks: number): Promise<void> {
  const entities = sessions.get(id)?.rules.runner.state.entities ?? {}
  for (let n = 0; n < ticks; n += 1) {
    round += 1
    // Things come, go and change, no two patches alike: a frame that was overwritten while it waited shows.
    for (let thing = round % 7; thing < 400; thing += 1 + (round % 3)) {
      if ((thing + round) % 11 === 0) delete entities[`thing-${thing}`]
      else
        entities[`thing-${thing}`] = {
          place: { kind: 'rest', position: [round, thing, -round], yaw: round % 3600 },
          state: 'x'.repeat(round % 40),
        }
    }
    await new Promise(setImmediate)
    await tick()
  }
}

/** Ticks until the kernel takes no more and the server's own queue for this client grows. */
async function fillQueue({ room }: Joined): Promise<WebSocket> {
  const client = matchMaker.getLocalRoomById(room.roomId).clients.getById(room.sessionId)
  const socket = client?.ref as unknown as WebSocket
  while (socket.bufferedAmount < 64 * 1024) await churn(1)
  return socket
}
