import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { StorageError } from '#server/database/storage-error.ts'
import { silentLog } from '#server/telemetry/log.ts'
import type { IntentAnswer, WelcomeMessage } from '#shared/protocol/messages.ts'
import type { PrivateView } from '#shared/protocol/views.ts'
import { createManualClock, stoppedTicker } from './clock.ts'
import { fakeRules } from './fake-rules.fixture.ts'
import type { Append, AppendOutcome } from './journal.ts'
import type { Member } from './training-session.ts'
import { TrainingSession } from './training-session.ts'

const MINUTE = 60_000

type Told = { welcome: WelcomeMessage[]; views: PrivateView[]; cues: number; closed: string[] }
type World = {
  session: TrainingSession
  rules: ReturnType<typeof fakeRules>
  clock: ReturnType<typeof createManualClock>
  appends: Append[]
  /** What the journal does with the next appends; a pending promise is a slow disk. */
  disk: { answer: () => Promise<AppendOutcome> }
  ended: number
  join(person?: string): { member: Member; told: Told; press(seq: number): Promise<IntentAnswer> }
}

function setUp(): World {
  const rules = fakeRules()
  const clock = createManualClock(0)
  const appends: Append[] = []
  const disk: World['disk'] = { answer: async () => ({ ok: true }) }
  const world = {
    rules,
    clock,
    appends,
    disk,
    ended: 0,
    session: new TrainingSession({
      id: randomUUID(),
      rules,
      clock,
      ticker: stoppedTicker,
      log: silentLog,
      scenario: { id: 'fire', version: '1.0.0', contentHash: 'h' },
      spawnOf: () => 'door',
      journal: { append: (append) => (appends.push(append), disk.answer()) },
      onStatements() {},
      onClosed: () => (world.ended += 1),
    }),
    join(person: string = randomUUID()) {
      const told: Told = { welcome: [], views: [], cues: 0, closed: [] }
      const member = world.session.join(
        { person, role: 'trainee' },
        {
          welcome: (message) => told.welcome.push(message),
          view: (view) => told.views.push(view),
          cues: () => (told.cues += 1),
          closed: (reason) => told.closed.push(reason),
        },
      )
      return {
        member,
        told,
        press: (seq: number) =>
          member.intend({ epoch: told.welcome.at(-1)?.epoch ?? 0, seq, action: 'press', clientTime: 1 }),
      }
    },
  }
  return world
}

const settle = (): Promise<unknown> => new Promise(setImmediate)

test('SES-10 an acknowledgement, its view, cue and world wait for the disk', async () => {
  const world = setUp()
  const { told, press } = world.join()
  await world.session.advanceTo(1)
  let commit: (outcome: AppendOutcome) => void = () => {}
  world.disk.answer = () => new Promise((resolve) => (commit = resolve))
  let answer: IntentAnswer | undefined
  void press(1).then((got) => (answer = got))
  world.session.tick()
  await settle()
  expect([answer, told.cues, world.session.world.signals['presses.count']]).toEqual([undefined, 0, 0])
  commit({ ok: true })
  await settle()
  expect([answer, told.cues, world.session.world.signals['presses.count']]).toEqual([
    { ok: true, tick: 2 },
    1,
    1,
  ])
})

test('SES-11 time goes on while the disk is slow, and waits when it is two seconds behind', async () => {
  const world = setUp()
  world.join()
  world.disk.answer = () => new Promise(() => {})
  for (let n = 0; n < 100; n += 1) world.session.tick()
  // Forty ticks, the first of them before the run began.
  expect(world.session.tickNumber).toBe(39)
})

test('SES-12 a full disk pauses, refuses new intents, and loses nothing when it has room again', async () => {
  const world = setUp()
  const { told, press } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = () => Promise.reject(new StorageError('storage-full'))
  const inHand = press(1)
  world.session.tick()
  await settle()
  expect(told.views.at(-1)?.paused?.reason).toBe('storage')
  expect(await press(2)).toEqual({ ok: false, reason: 'storage-unavailable' })
  world.disk.answer = async () => ({ ok: true })
  world.clock.advance(1000)
  await settle()
  await world.session.advanceTo(world.session.tickNumber + 1)
  expect(await inHand).toEqual({ ok: true, tick: 2 })
  expect(told.views.at(-1)?.phase).toBe('running')
  const stored = world.appends.at(-1)?.entries.map(({ n }) => n) ?? []
  expect(new Set(world.appends.flatMap(({ entries }) => entries.map(({ n }) => n)))).toEqual(
    new Set(Array.from({ length: (stored.at(-1) ?? 0) + 1 }, (_, n) => n)),
  )
})

test('SES-13 a lost connection pauses at once and durably; the return resumes', async () => {
  const world = setUp()
  const { member, told } = world.join('p')
  await world.session.advanceTo(1)
  member.leave()
  await settle()
  expect(world.rules.runner.state.phase).toBe('paused')
  expect(world.appends.at(-1)?.entries).toHaveLength(1)
  const back = world.join('p')
  await world.session.advanceTo(world.session.tickNumber + 1)
  expect(world.rules.runner.state.phase).toBe('running')
  expect(back.told.welcome[0]?.epoch).not.toBe(told.welcome[0]?.epoch)
})

test('SES-14 after ten minutes alone the run ends as abandoned, once', async () => {
  const world = setUp()
  const { member } = world.join()
  await world.session.advanceTo(1)
  member.leave()
  world.clock.advance(10 * MINUTE - 1)
  await settle()
  expect(world.ended).toBe(0)
  world.clock.advance(1)
  await settle()
  expect([
    world.ended,
    world.appends.at(-1)?.ended?.outcome,
    world.rules.runner.state.result?.abandoned,
  ]).toEqual([1, 'done', true])
  world.clock.advance(60 * MINUTE)
  await settle()
  expect(world.ended).toBe(1)
})

test('SES-15 who returns in time is not abandoned; a session nobody ever joined is', async () => {
  const returned = setUp()
  returned.join('p').member.leave()
  returned.clock.advance(9 * MINUTE)
  returned.join('p')
  returned.clock.advance(60 * MINUTE)
  await settle()
  expect(returned.ended).toBe(0)
  const never = setUp()
  never.clock.advance(10 * MINUTE)
  await settle()
  expect(never.ended).toBe(1)
})

test('SES-16 who was connected when the server was killed returns without a trace in the log', async () => {
  const world = setUp()
  world.rules.runner.offer({ kind: 'join', actor: 'p', role: 'trainee' })
  world.rules.runner.tick()
  world.rules.offered.length = 0
  world.join('p')
  expect(world.rules.offered).toEqual([])
})

test('SES-17 a view is sent whole when it changes, not with every tick', async () => {
  const world = setUp()
  const { told } = world.join()
  await world.session.advanceTo(20)
  expect(told.views.map(({ phase }) => phase)).toEqual(['waiting', 'running'])
})

test('SES-18 a journal that contradicts ends the session and answers who waits', async () => {
  const world = setUp()
  const { press } = world.join()
  await world.session.advanceTo(1)
  world.disk.answer = async () => ({ ok: false, reason: 'conflict', n: 1 })
  const answer = press(1)
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  expect(await press(2)).toEqual({ ok: false, reason: 'storage-unavailable' })
})

test('SES-24 a fault in the rules ends this object alone: who waits is answered, members are told to join again', async () => {
  const world = setUp()
  const { press, told } = world.join()
  await world.session.advanceTo(1)
  const answer = press(1)
  Object.assign(world.rules.runner, {
    tick() {
      throw new Error('on purpose')
    },
  })
  world.session.tick()
  expect(await answer).toEqual({ ok: false, reason: 'storage-unavailable' })
  expect([told.closed, world.ended]).toEqual([['broken'], 1])
  world.session.tick()
})

test('SES-24 a fault while telling what is durable ends this object alone', async () => {
  const world = setUp()
  const { told } = world.join()
  world.session.onWorld(() => {
    throw new Error('on purpose')
  })
  await world.session.advanceTo(1)
  await settle()
  expect(told.closed).toEqual(['broken'])
})
