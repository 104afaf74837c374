import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '#server/database/storage-error.ts'
import { folderScenarios } from '#server/scenarios/adapters/folder-scenarios.ts'
import type { LoadedScenario } from '#server/scenarios/scenarios.ts'
import { createManualClock, stoppedTicker } from './clock.ts'
import type { Append, Journal, SessionRow } from './journal.ts'
import { BROKEN } from './journal.ts'
import { TrainingSessions } from './training-sessions.ts'

const scenarios = folderScenarios(join(import.meta.dirname, '../../scenes'))
const run = {
  scenario: 'portable-extinguisher',
  mode: 'guided',
  person: 'p',
  kind: 'participant',
  role: '',
} as const

/** All sessions over a journal in memory that keeps rows and ends, and refuses to be read when told to. */
function setUp(mostLive?: number) {
  const rows = new Map<string, SessionRow>()
  const kept = new Map<string, LoadedScenario>()
  const lines: string[] = []
  const medium = { read: async (): Promise<[]> => [] }
  const journal: Partial<Journal> = {
    create: async (session) => (rows.set(session.id, { ...session, status: 'open' }), { ok: true }),
    async append({ session, ended }: Append) {
      const row = rows.get(session)
      if (row !== undefined && ended !== undefined) rows.set(session, { ...row, status: 'ended', ended })
      return { ok: true }
    },
    read: () => medium.read(),
    checkpoint: async () => undefined,
    session: async (id) => rows.get(id),
    unfinished: async () => [...rows.values()].filter(({ status }) => status === 'open'),
  }
  const clock = createManualClock(1000)
  const another = (): TrainingSessions =>
    new TrainingSessions({
      scenarios,
      pinned: {
        pin: async (loaded) => void kept.set(loaded.hash, loaded),
        find: async (hash) => kept.get(hash),
      },
      journal: journal as Journal,
      clock,
      ticker: stoppedTicker,
      log: (level, event, fields) => void lines.push(`${level} ${event} ${String(fields?.['error'])}`),
      homePage: 'https://x.invalid',
      seed: () => 1,
      onStatements() {},
      ...(mostLive === undefined ? {} : { mostLive }),
    })
  return { rows, kept, lines, medium, sessions: another(), restarted: another }
}

async function begin(sessions: TrainingSessions): Promise<string> {
  const started = await sessions.start(run)
  if (!started.ok) throw new Error(started.reason)
  return started.session
}

test('HOST-28 a session whose documents are gone ends once as broken, and the log says why', async () => {
  const world = setUp()
  const id = await begin(world.sessions)
  world.kept.clear()
  await world.restarted().takeUpUnfinished()
  expect(world.rows.get(id)).toMatchObject({ status: 'ended', ended: { at: 1000, outcome: BROKEN } })
  expect(world.lines).toEqual([expect.stringMatching(/^error session cannot be rebuilt .*are not here/)])
  await world.restarted().takeUpUnfinished()
  expect(world.lines).toHaveLength(1)
  expect(await world.restarted().open(id)).toBeUndefined()
})

test('HOST-28 a store that cannot be read now ends nothing', async () => {
  const world = setUp()
  const id = await begin(world.sessions)
  const { read } = world.medium
  world.medium.read = () => Promise.reject(new StorageError('storage-fault'))
  const server = world.restarted()
  await server.takeUpUnfinished()
  expect(world.rows.get(id)?.status).toBe('open')
  world.medium.read = read
  expect(await server.open(id)).toMatchObject({ id })
})

test('HOST-29 above the most that live at once no run begins; one that ends makes room', async () => {
  const world = setUp(2)
  await begin(world.sessions)
  const second = await begin(world.sessions)
  expect(await world.sessions.start(run)).toEqual({ ok: false, reason: 'full' })
  expect(world.rows.size).toBe(2)
  await (await world.sessions.open(second))?.abandon()
  expect((await world.sessions.start(run)).ok).toBe(true)
})

test('HOST-27 once closed, no session is opened or begun', async () => {
  const world = setUp()
  const id = await begin(world.sessions)
  await world.sessions.close()
  expect(await world.sessions.open(id)).toBeUndefined()
  expect(await world.sessions.start(run)).toEqual({ ok: false, reason: 'full' })
})
