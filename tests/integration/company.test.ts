import { rm } from 'node:fs/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { MemberAnswer, Moderation } from '#shared/protocol/members.ts'
import { readLog } from '../support/run/read-records.ts'
import { poseOf } from '../support/run/aim.ts'
import { Trainee } from '../support/run/trainee.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { SCENARIO, sceneForMany } from '../support/company/scene-for-many.ts'

const entry = fileURLToPath(new URL('../support/company/serve-scenes.ts', import.meta.url))
const adminToken = 'the-operator-token-of-this-test'
const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

type World = { data: string; start(): Promise<RunningServer> }

async function setUp(): Promise<World> {
  const [data, scenes] = [await mkdtemp(join(tmpdir(), 'sightline-company-')), await sceneForMany(2)]
  undo.push(async () => {
    for (const folder of [data, scenes]) await rm(folder, { recursive: true, force: true })
  })
  return {
    data,
    async start() {
      const env = { SCENES: scenes, SIGHTLINE_ADMIN_TOKEN: adminToken }
      const server = await startServer({ clock: 'manual', data, entry, env })
      undo.push(() => server.kill9())
      return server
    },
  }
}

async function arrive(
  server: RunningServer,
  name: string,
  cookie = '',
): Promise<Trainee & { person: string }> {
  const trainee = new Trainee(server.http, cookie)
  const { body } = await trainee.call<{ person: string }>('PUT', '/api/me', { name })
  return Object.assign(trainee, { person: body.person })
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise(setImmediate)
}
const stateOf = ({ room }: Trainee): Record<string, Record<string, { name: string; role: string }>> =>
  room.state.toJSON() as never
const closing = ({ room }: Trainee): Promise<number> => new Promise((resolve) => room.onLeave(resolve))
const refusal = async (trainee: Trainee, path: string, body: object): Promise<unknown> => {
  const answer = await trainee.call<{ error?: string }>('POST', path, body)
  return answer.body.error ?? answer.status
}

test('HOST-52 HOST-43 SRV-72 four come in by code; who is removed stays out and the lock holds, also after kill -9 and on another device', async () => {
  const world = await setUp()
  const first = await world.start()
  const ina = await arrive(first, 'Ina')
  await ina.call('POST', '/api/invites/redeem', { token: adminToken })
  const session = await ina.begin(SCENARIO, 'practice', { as: 'instructor' })
  const { body: shared } = await ina.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
  const [ada, bob, olga] = [
    await arrive(first, 'Ada'),
    await arrive(first, 'Bob'),
    await arrive(first, 'Olga'),
  ]
  for (const guest of [ada, bob, olga])
    expect((await guest.call('POST', '/api/join', { code: shared.code })).status).toBe(200)
  await ada.comeBack(session)
  await bob.comeBack(session, { as: 'participant' })
  await olga.comeBack(session, { as: 'spectator' })
  let tick = 0
  const advance = async (server: RunningServer, ticks = 4): Promise<void> =>
    server.advance({ session, toTick: (tick += ticks) })
  const lead = async (server: RunningServer, leader: Trainee, act: Moderation): Promise<MemberAnswer> => {
    const answer: Promise<MemberAnswer> = leader.room.request('moderate', act)
    await leader.heard()
    await advance(server)
    return answer
  }
  await advance(first)
  expect(await lead(first, ina, { act: 'begin' })).toEqual({ ok: true })
  const names = (): string[] => Object.values(stateOf(olga)['members'] ?? {}).map(({ name }) => name)
  await until(() => names().toSorted().join(' ') === 'Ada Bob Ina' && olga.room.state.spectators === 1)

  // Bob takes a thing, misbehaves and is shown out.
  bob.pose(poseOf({ at: [2.2, 0, 0.7], look: [2.86, 1.05, 0.7] }, 1))
  const grab = bob.act({ action: 'grab', target: 'ext-abc', params: { hand: 'right' } })
  await bob.heard()
  await advance(first)
  expect(await grab.answer).toMatchObject({ ok: true })
  const shownOut = closing(bob)
  expect(await lead(first, ina, { act: 'remove', person: bob.person })).toEqual({ ok: true })
  expect(await shownOut).toBe(4006)
  expect(await lead(first, ina, { act: 'lock', on: true })).toEqual({ ok: true })
  await until(() => stateOf(ada)['entities']?.['ext-abc']?.['place' as never] !== 'held')
  expect(await lead(first, ada, { act: 'lock', on: false })).toEqual({ ok: false, reason: 'wrong-role' })

  const stranger = await arrive(first, 'Eve')
  const stayOut = async (server: RunningServer): Promise<void> => {
    const [again, eve] = [
      await arrive(server, 'Bob', bob.cookie),
      await arrive(server, 'Eve', stranger.cookie),
    ]
    for (const as of ['participant', 'spectator'])
      expect(await refusal(again, `/api/runs/${session}/ticket`, { as })).toBe('removed')
    expect(await refusal(again, '/api/join', { code: shared.code })).toBe('removed')
    expect(await refusal(eve, '/api/join', { code: shared.code })).toBe('locked')
    expect(await refusal(eve, `/api/runs/${session}/ticket`, {})).toBe('unknown')
  }
  await stayOut(first)
  // A second device of the same person.
  const { body: pairing } = await bob.call<{ code: string }>('POST', '/api/pairing', {})
  const phone = new Trainee(first.http)
  await phone.call('POST', '/api/pairing/redeem', { code: pairing.code })
  expect(await refusal(phone, `/api/runs/${session}/ticket`, {})).toBe('removed')

  await first.kill9()
  const second = await world.start()
  await stayOut(second)
  const [adaBack, inaBack] = [
    await arrive(second, 'Ada', ada.cookie),
    await arrive(second, 'Ina', ina.cookie),
  ]
  await adaBack.comeBack(session)
  await inaBack.comeBack(session, { as: 'instructor' })
  expect(adaBack.messages.welcome[0]).toMatchObject({
    kind: 'participant',
    role: 'trainee',
    moderates: false,
  })
  expect(inaBack.messages.welcome[0]).toMatchObject({ kind: 'instructor', role: '', moderates: true })
  await until(() => adaBack.room.state.locked === true)
  expect(await lead(second, inaBack, { act: 'lock', on: false })).toEqual({ ok: true })
  const eve = await arrive(second, 'Eve', stranger.cookie)
  expect((await eve.call('POST', '/api/join', { code: shared.code })).status).toBe(200)
  await second.kill9()
  const { inputs, persons } = readLog(world.data, session)
  expect(inputs.filter(({ kind }) => kind === 'remove' || kind === 'lock').map(({ kind }) => kind)).toEqual([
    'remove',
    'lock',
    'lock',
  ])
  expect(JSON.stringify(inputs)).not.toMatch(/Ada|Bob|Ina|Olga|Eve/)
  expect([...persons]).toEqual([ada.person, bob.person])
})
