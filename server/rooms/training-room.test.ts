import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SeatReservation } from 'colyseus.js'
import { Client } from 'colyseus.js'
import { WebSocket } from 'ws'
import {
  sessions,
  tickets,
  base,
  id,
  newSession,
  post,
  join,
  until,
  tick,
  press,
  answered,
} from './room-world.fixture.ts'

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
      members: { [member.person]: { role: 'trainee', connected: true } },
    })
  })

  test.each([
    ['no ticket', () => undefined, 'no-ticket'],
    ['garbage', () => 'x.y', 'wrong-ticket'],
    [
      'the ticket of another session',
      () => tickets.issue({ session: newSession(), person: randomUUID(), kind: 'participant', role: '' }),
      'wrong-ticket',
    ],
  ])('ROOM-2 %s is refused', async (_name, ticket, reason) => {
    const response = await post(ticket(), { session: id })
    expect([response.status, await response.json()]).toEqual([401, { code: 401, error: reason }])
  })

  test('ROOM-3 a ticket replayed is refused', async () => {
    const ticket = tickets.issue({ session: id, person: randomUUID(), kind: 'participant', role: '' })
    const statuses = (await Promise.all([1, 2, 3, 4].map(() => post(ticket, { session: id })))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401])
  })

  test('ROOM-4 a session that does not exist is refused', async () => {
    const session = randomUUID()
    const response = await post(
      tickets.issue({ session, person: randomUUID(), kind: 'participant', role: '' }),
      {
        session,
      },
    )
    expect([response.status, await response.json()]).toEqual([404, { code: 404, error: 'unknown-session' }])
  })

  test('ROOM-5 pages of other sites are refused at matchmaking, and their answers carry no CORS permission', async () => {
    const response = await post(
      tickets.issue({ session: id, person: randomUUID(), kind: 'participant', role: '' }),
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
    const ticket = tickets.issue({ session: id, person: randomUUID(), kind: 'participant', role: '' })
    for (const method of ['create', 'join', 'joinById', 'reconnect']) {
      const response = await fetch(`${base}/matchmake/${method}/training`, {
        method: 'POST',
        body: JSON.stringify({ session: id }),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${ticket}` },
      })
      expect(response.status).toBe(400)
    }
  })

  test('ROOM-9 who asks to leave is let go with 4005 when that is durable, and may come back', async () => {
    const member = await join()
    await tick()
    const closed = new Promise<number>((resolve) => member.room.onLeave((code) => resolve(code)))
    expect(await answered(press(member, { action: 'leave' }))).toMatchObject({ ok: true })
    expect(await closed).toBe(4005)
    expect(await answered(press(await join(id, member.person)))).toMatchObject({ ok: true })
  })

  test('ROOM-18 a session that stops lets nobody in who has a seat already', async () => {
    const ticket = tickets.issue({ session: id, person: randomUUID(), kind: 'participant', role: '' })
    const seat = (await (await post(ticket, { session: id })).json()) as SeatReservation
    await sessions.get(id)?.session.close()
    await expect(new Client(base).consumeSeatReservation(seat)).rejects.toThrow('session-closed')
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
