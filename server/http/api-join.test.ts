import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Listener } from '#server/sessions/seat.ts'
import { browser, clock, live, rows } from './http-world.fixture.ts'

type Browser = ReturnType<typeof browser>
const listener: Listener = { welcome() {}, view() {}, cues() {}, closed() {} }

async function instructor(): Promise<Browser> {
  const one = browser()
  await one.call('POST', '/api/invites/redeem', { token: 'the-operator-token-1234' })
  return one
}

async function begin(host: Browser, more: object = {}): Promise<string> {
  const begun = await host.call('POST', '/api/runs', { scenario: 'fire', mode: 'guided', ...more })
  expect(begun.status).toBe(201)
  return begun.body['session'] as unknown as string
}

async function codeOf(host: Browser, session: string): Promise<string> {
  const shared = await host.call('POST', `/api/runs/${session}/code`, {})
  expect(shared.status).toBe(201)
  return shared.body['code'] as unknown as string
}

const ticket = (who: Browser, session: string, coming: object = {}): ReturnType<Browser['call']> =>
  who.call('POST', `/api/runs/${session}/ticket`, coming)
const personOf = async (who: Browser): Promise<string> =>
  (await who.call('GET', '/api/me')).body['person'] as unknown as string

test('SRV-71 SRV-72 a run’s code lets others in, as often as it is typed, and shows what there is', async () => {
  const [host, guest] = [browser(), browser()]
  const session = await begin(host)
  await host.call('PUT', '/api/me', { name: 'Ada' })
  live.get(session)?.join({ person: await personOf(host), kind: 'participant', role: '' }, listener)
  await live.get(session)?.advanceTo(1)
  const code = await codeOf(host, session)
  expect(await codeOf(host, session)).toBe(code)
  expect((await ticket(guest, session)).status).toBe(404)
  for (let n = 0; n < 2; n += 1) {
    const joined = await guest.call('POST', '/api/join', { code: code.toLowerCase() })
    expect([joined.status, joined.body]).toEqual([
      200,
      {
        session,
        scenario: 'fire',
        mode: 'guided',
        title: { en: 'Fire' },
        roles: [
          { id: 'trainee', name: { en: 'Somebody' }, taken: 1, max: 64, bot: false },
          { id: 'watch', name: { en: 'Somebody' }, taken: 0, max: 1, bot: true },
        ],
        people: [{ name: 'Ada', role: 'trainee', kind: 'participant' }],
        locked: false,
      },
    ])
  }
  expect((await ticket(guest, session, { as: 'participant', role: 'watch' })).body).toEqual({
    ticket: expect.any(String),
    kind: 'participant',
    role: 'watch',
    scenario: 'fire',
    version: '1.0.0',
    mode: 'guided',
  })
})

test('SRV-71 a code is shown to who leads, ends after a day and with its run', async () => {
  const [host, guest, other] = [browser(), browser(), browser()]
  const session = await begin(host)
  const code = await codeOf(host, session)
  await guest.call('POST', '/api/join', { code })
  for (const who of [guest, other])
    expect((await who.call('POST', `/api/runs/${session}/code`, {})).status).toBe(404)
  clock.advance(86_400_000)
  expect((await other.call('POST', '/api/join', { code })).body).toMatchObject({ error: 'unknown' })
  await codeOf(host, session)
  const row = rows.get(session)
  if (row !== undefined) rows.set(session, { ...row, status: 'ended', ended: { at: 1, outcome: 'done' } })
  expect((await other.call('POST', '/api/join', { code })).body).toMatchObject({ error: 'ended' })
  expect((await host.call('POST', `/api/runs/${session}/code`, {})).body).toMatchObject({ error: 'ended' })
})

test('SRV-72 codes cannot be tried out', async () => {
  const guesser = browser()
  await guesser.call('GET', '/api/me')
  const codes = Array.from({ length: 12 }, () => guesser.call('POST', '/api/join', { code: 'BCDFGHJK' }))
  const statuses = (await Promise.all(codes)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 404)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  clock.advance(600_000)
})

test('SRV-72 a hall of a hundred comes in through one router at once', async () => {
  const host = browser()
  const code = await codeOf(host, await begin(host))
  const joined: number[] = []
  for (let n = 0; n < 100; n += 1) joined.push((await browser().call('POST', '/api/join', { code })).status)
  expect(new Set(joined)).toEqual(new Set([200]))
})

test('SRV-73 removed, locked, full and unknown are refused by name, at the code as at the ticket', async () => {
  const [host, guest, late] = [browser(), browser(), browser()]
  const session = await begin(host)
  const code = await codeOf(host, session)
  await guest.call('POST', '/api/join', { code })
  const training = live.get(session)
  training?.join({ person: randomUUID(), kind: 'participant', role: 'watch' }, listener)
  await training?.advanceTo(1)
  const error = async (answer: ReturnType<Browser['call']>): Promise<unknown> => {
    const { status, body } = await answer
    return [status, body['error']]
  }
  expect(await error(ticket(guest, session, { role: 'watch' }))).toEqual([409, 'role-full'])
  expect(await error(ticket(guest, session, { role: 'cook' }))).toEqual([404, 'unknown-role'])
  expect(await error(ticket(guest, session, { as: 'owner' }))).toEqual([400, 'malformed'])
  const hosting = training?.join({ person: await personOf(host), kind: 'participant', role: '' }, listener)
  if (hosting?.ok !== true) throw new Error('not in')
  const lead = async (act: Parameters<typeof hosting.member.moderate>[0]): Promise<void> => {
    const answer = hosting.member.moderate(act)
    training?.tick()
    expect(await answer).toEqual({ ok: true })
  }
  training?.join({ person: await personOf(guest), kind: 'spectator', role: '' }, listener)
  await lead({ act: 'remove', person: await personOf(guest) })
  await lead({ act: 'lock', on: true })
  expect(await error(ticket(guest, session, { as: 'spectator' }))).toEqual([403, 'removed'])
  expect(await error(guest.call('POST', '/api/join', { code }))).toEqual([403, 'removed'])
  expect(await error(late.call('POST', '/api/join', { code }))).toEqual([409, 'locked'])
  expect(await error(ticket(late, session))).toEqual([404, 'unknown'])
  expect((await ticket(host, session)).status).toBe(200)
})

test('SRV-70 leading needs a grant, at the beginning and at the door', async () => {
  const [host, leader] = [browser(), await instructor()]
  const refused = await host.call('POST', '/api/runs', { scenario: 'fire', mode: 'guided', as: 'instructor' })
  expect([refused.status, refused.body['error']]).toEqual([403, 'needs-grant'])
  const session = await begin(host)
  expect((await ticket(host, session, { as: 'instructor' })).body).toMatchObject({ error: 'needs-grant' })
  expect((await ticket(leader, session, { as: 'instructor' })).body).toMatchObject({
    kind: 'instructor',
    role: '',
  })
  const led = await begin(leader, { as: 'instructor' })
  expect(rows.get(led)?.persons).toEqual([])
  expect((await leader.call('GET', '/api/runs')).body).toMatchObject([{ session: led }])
})

test('SRV-74 an exam is for who may take it, or is let in by who may give it; watching is free', async () => {
  const [leader, examinee, guest] = [await instructor(), browser(), browser()]
  const invite = await leader.call('POST', '/api/invites', { grant: 'exam' })
  const token = (invite.body['url'] as unknown as string).split('#invite=')[1]
  await examinee.call('POST', '/api/invites/redeem', { token })
  const own = await begin(examinee, { mode: 'exam' })
  const given = await begin(leader, { mode: 'exam', as: 'instructor' })
  for (const [host, session] of [
    [examinee, own],
    [leader, given],
  ] as const)
    await guest.call('POST', '/api/join', { code: await codeOf(host, session) })
  expect((await ticket(guest, own)).body).toMatchObject({ error: 'needs-grant' })
  expect((await ticket(guest, own, { as: 'spectator' })).body).toMatchObject({ kind: 'spectator' })
  expect((await ticket(guest, given)).body).toMatchObject({ kind: 'participant' })
  const row = rows.get(own)
  if (row !== undefined) rows.set(own, { ...row, status: 'ended', ended: { at: 1, outcome: 'done' } })
  const read = async (who: Browser): Promise<number> =>
    (await who.call('GET', `/api/runs/${own}/debrief`)).status
  expect([await read(examinee), await read(leader), await read(guest)]).toEqual([200, 200, 404])
})

test('SRV-75 the debrief of several says who is who', async () => {
  const [host, guest] = [browser(), browser()]
  await host.call('PUT', '/api/me', { name: 'Ada' })
  const session = await begin(host)
  await guest.call('POST', '/api/join', { code: await codeOf(host, session) })
  const [ada, other] = [await personOf(host), randomUUID()]
  const row = rows.get(session)
  if (row !== undefined)
    rows.set(session, { ...row, persons: [ada, other], status: 'ended', ended: { at: 1, outcome: 'done' } })
  const names = { [ada]: 'Ada', [other]: '' }
  expect((await host.call('GET', `/api/runs/${session}/debrief`)).body).toMatchObject({ me: ada, names })
  expect((await guest.call('GET', `/api/runs/${session}/debrief`)).body).toEqual({ names })
})
