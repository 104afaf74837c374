import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderScenarios } from '#server/scenarios/adapters/folder-scenarios.ts'
import type { LoadedScenario } from '#server/scenarios/scenarios.ts'
import { silentLog } from '#server/telemetry/log.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { createManualClock, stoppedTicker } from './clock.ts'
import type { Checkpoint, Entry, Journal, SessionRow } from './journal.ts'
import type { Listener, Member } from './seat.ts'
import type { TrainingSession } from './training-session.ts'
import { TrainingSessions } from './training-sessions.ts'

// The real rules over a journal in memory: two people put out one fire.

const shipped = folderScenarios(join(import.meta.dirname, '../../scenes'))
async function forTwo(id: string): Promise<LoadedScenario | undefined> {
  const loaded = await shipped.load(id)
  if (loaded === undefined) return undefined
  const roles = loaded.scenario.roles.map((role) => ({ ...role, max: 2 }))
  return { ...loaded, scenario: { ...loaded.scenario, roles } }
}

type Server = () => TrainingSessions

function setUp(): Server {
  const rows = new Map<string, SessionRow>()
  const kept = new Map<string, LoadedScenario>()
  const entries: Entry[] = []
  const known: { checkpoint?: Checkpoint } = {}
  const journal: Journal = {
    create: async (row) => (rows.set(row.id, { ...row, status: 'open' }), { ok: true }),
    async append(given) {
      entries.push(...given.entries)
      if (given.checkpoint !== undefined) known.checkpoint = given.checkpoint
      return { ok: true }
    },
    read: async () => entries,
    checkpoint: async () => known.checkpoint,
    session: async (id) => rows.get(id),
    unfinished: async () => [...rows.values()],
    listByPerson: async () => [],
  }
  return () =>
    new TrainingSessions({
      scenarios: { ...shipped, load: forTwo },
      pinned: {
        pin: async (loaded) => void kept.set(loaded.hash, loaded),
        find: async (hash) => kept.get(hash),
      },
      journal,
      clock: createManualClock(1000),
      ticker: stoppedTicker,
      log: silentLog,
      homePage: 'https://x.invalid',
      seed: () => 1,
      onStatements() {},
    })
}

const atRack: TrackedPose = {
  seq: 1,
  timeMs: 1,
  discontinuity: false,
  head: { position: [2.2, 1.6, 0.7], rotation: [0, 0, 0, 1] },
  left: null,
  right: { position: [2.6, 1.1, 0.7], rotation: [0, 0, 0, 1], trigger: 0 },
}

function enter(session: TrainingSession, person: string, kind: 'participant' | 'instructor' = 'participant') {
  const epochs: number[] = []
  const closed: string[] = []
  const listener: Listener = {
    welcome: ({ epoch }) => epochs.push(epoch),
    view() {},
    cues() {},
    closed: (why) => closed.push(why),
  }
  const joined = session.join({ person, kind, role: '' }, listener)
  if (!joined.ok) throw new Error(joined.reason)
  const { member } = joined
  const pass = (ticks = 1): Promise<void> => session.advanceTo(session.tickNumber + ticks)
  let seq = 0
  async function settled<T>(answer: Promise<T>): Promise<T> {
    session.tick()
    return answer
  }
  return {
    member,
    closed,
    pass,
    act: (action: string, target?: string, params = {}) =>
      settled(
        member.intend({
          epoch: epochs[0] ?? 0,
          seq: (seq += 1),
          action,
          ...(target === undefined ? {} : { target, params }),
          clientTime: 1,
        }),
      ),
    lead: (act: Parameters<Member['moderate']>[0]) => settled(member.moderate(act)),
  }
}

async function begun(server: TrainingSessions) {
  const request = { scenario: 'portable-extinguisher', mode: 'practice', role: '', version: '' } as const
  const { version: _, ...rest } = request
  const started = await server.start({ ...rest, person: 'ina', kind: 'instructor' })
  if (!started.ok) throw new Error(started.reason)
  const session = (await server.open(started.session)) as TrainingSession
  const [ina, ada, bob] = [enter(session, 'ina', 'instructor'), enter(session, 'ada'), enter(session, 'bob')]
  expect(await ina.lead({ act: 'begin' })).toEqual({ ok: true })
  bob.member.pose(atRack)
  expect(await bob.act('grab', 'ext-abc', { hand: 'right' })).toMatchObject({ ok: true })
  return { session, ina, ada, bob }
}
const placeOf = (session: TrainingSession): string | undefined =>
  session.world.entities['ext-abc']?.place.kind

test('HOST-55 with the real rules: held for half a minute of the others’ time, then put down', async () => {
  const { session, ada, bob } = await begun(setUp()())
  bob.member.leave()
  await ada.pass(599)
  expect([placeOf(session), session.people['bob']?.away]).toEqual(['held', true])
  await ada.pass(3)
  expect(['socket', 'rest']).toContain(placeOf(session))
  const back = enter(session, 'bob')
  await ada.pass()
  expect(session.people['bob']).toMatchObject({ role: 'trainee', away: false })
  back.member.pose(atRack)
  expect(await back.act('grab', 'ext-abc', { hand: 'right' })).toMatchObject({ ok: true })
})

test('HOST-42 HOST-45 with the real rules: cut off or on another device, the hands stay full', async () => {
  const { session, ada, bob } = await begun(setUp()())
  bob.member.leave()
  await ada.pass(500)
  const headset = enter(session, 'bob')
  await ada.pass(200)
  const phone = enter(session, 'bob')
  await ada.pass(700)
  expect([placeOf(session), headset.closed]).toEqual(['held', ['replaced']])
  expect(await phone.act('release', 'ext-abc')).toMatchObject({ ok: true })
})

test('HOST-52 with the real rules: who was removed is out in the rebuilt session, too, and the lock holds', async () => {
  const server = setUp()
  const first = server()
  const { session, ina, ada, bob } = await begun(first)
  expect(await ina.lead({ act: 'remove', person: 'bob' })).toEqual({ ok: true })
  expect(await ina.lead({ act: 'lock', on: true })).toEqual({ ok: true })
  expect(['socket', 'rest']).toContain(placeOf(session))
  expect([bob.closed, Object.keys(session.people)]).toEqual([['removed'], ['ada', 'ina']])
  await ada.pass(40)
  const rebuilt = (await server().open(session.id)) as TrainingSession
  const door = (person: string): unknown => {
    const admitted = rebuilt.admits({ person, kind: 'participant', role: '' })
    return admitted.ok ? admitted.role : admitted.reason
  }
  expect([door('ada'), door('bob'), door('eve')]).toEqual(['trainee', 'removed', 'locked'])
  expect(rebuilt.tickNumber).toBe(session.tickNumber)
})
