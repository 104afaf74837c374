import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Database } from '#server/database/database.ts'
import { openDatabase } from '#server/database/database.ts'
import { memoryStatements } from '#server/lrs/adapters/memory-statements.ts'
import { createLrs } from '#server/lrs/lrs.ts'
import { nextRandom } from '#shared/kernel/random.ts'
import { journalStore, sqliteJournal } from '#server/sessions/adapters/sqlite-journal.ts'

import { outboxStore, sqliteOutbox } from './adapters/sqlite-outbox.ts'
import { startDeliverer } from './deliverer.ts'
import { fakeEndpoint } from './fake-endpoint.fixture.ts'
import { createRecordStoreClient } from './record-store-client.ts'

let directory: string
let database: Database
const open = () => openDatabase({ directory, stores: [outboxStore, journalStore] })
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sightline-records-'))
  database = await open()
})
afterEach(async () => {
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

const uuid = (run: number, session: number, n: number): string =>
  `${String(run).padStart(8, '0')}-0000-4000-8000-${String(session * 1000 + n).padStart(12, '0')}`
const statement = (id: string, more: object = {}) => ({
  id,
  actor: { account: { homePage: 'https://example.org', name: 'ada' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: { id: 'https://example.org/step' },
  timestamp: '2026-01-01T00:00:00.000Z',
  ...more,
})

/** Writes the statements of one log entry, as the session does. Returns their ids. */
async function write(session: string, n: number, ids: readonly string[]): Promise<void> {
  const journal = sqliteJournal(database)
  const row = {
    id: session,
    scenario: { id: 's', version: '1.0.0' },
    mode: 'guided',
    registration: session,
    createdAt: 1,
    head: '{}',
    host: '',
    persons: [],
  }
  await journal.create(row)
  const statements = ids.map((id) => ({ id, bytes: JSON.stringify(statement(id)) }))
  const outcome = await journal.append({ session, entries: [{ n, hash: `${n}`, bytes: '{}' }], statements })
  if (!outcome.ok) throw new Error(outcome.reason)
}

function seededDice(seed: number): () => number {
  let current = seed
  return () => {
    const { state, value } = nextRandom(current)
    current = state
    return value / 0x1_0000_0000
  }
}

const atOnce = (_ms: number, then: () => void): (() => void) => {
  const handle = setImmediate(then)
  return () => clearImmediate(handle)
}
const never = () => () => {}

type Fetch = typeof globalThis.fetch
const clientOf = (fetch: Fetch) =>
  createRecordStoreClient({ endpoint: 'http://lrs.invalid/xapi', key: 'k', secret: 's', fetch })

/** Resolves when nothing waits any more; looks again after each answer of the store. */
async function untilEmpty(status: () => Promise<{ waiting: number }>): Promise<void> {
  while ((await status()).waiting > 0) await new Promise((resolve) => setImmediate(resolve))
}

test('REC-2 over a line that loses, doubles and fails, the store ends with exactly what was written, in order', async () => {
  let run = 0
  const sessions = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(sessions, fc.integer(), async (sizes, seed) => {
      run += 1
      const dice = seededDice(seed)
      const written = sizes.map((size, s) => Array.from({ length: size }, (_, n) => uuid(run, s, n)))
      for (const [s, ids] of written.entries()) await write(`${run}-${s}`, 0, ids)
      const endpoint = fakeEndpoint(dice)
      const deliverer = startDeliverer({
        outbox: sqliteOutbox(database),
        client: clientOf(endpoint.fetch),
        random: dice,
        later: atOnce,
      })
      await untilEmpty(deliverer.status)
      await deliverer.stop()
      expect(new Set(endpoint.arrivals)).toEqual(new Set(written.flat()))
      expect(endpoint.arrivals).toHaveLength(written.flat().length)
      for (const ids of written) expect(endpoint.arrivals.filter((id) => ids.includes(id))).toEqual(ids)
      expect((await deliverer.status()).dead).toBe(0)
    }),
    { seed: 3, numRuns: 8 },
  )
}, 60_000)

test('REC-5 REC-7 REC-8 a statement the store will never take becomes a dead letter; the others arrive; it can be revived', async () => {
  const ids = Array.from({ length: 7 }, (_, n) => uuid(0, 0, n))
  const bad = uuid(0, 0, 3)
  await write('s', 0, ids)
  const poisoned = new Set([bad])
  const endpoint = fakeEndpoint(() => 0.9, poisoned)
  const outbox = sqliteOutbox(database)
  const problems: string[] = []
  const deliverer = startDeliverer({
    outbox,
    client: clientOf(endpoint.fetch),
    random: () => 0,
    later: atOnce,
    onProblem: (text) => problems.push(text),
  })
  await untilEmpty(deliverer.status)
  expect(endpoint.arrivals).toEqual(ids.filter((id) => id !== bad))
  expect(await outbox.deadLetters(10)).toEqual([
    { session: 's', id: bad, bytes: JSON.stringify(statement(bad)), reason: '400 actor: wrong' },
  ])
  expect(problems).toEqual([`Statement ${bad} was refused for good: 400 actor: wrong`])
  poisoned.clear()
  expect(await outbox.revive([bad, 'unknown'])).toBe(1)
  deliverer.nudge()
  await untilEmpty(deliverer.status)
  await deliverer.stop()
  expect(endpoint.kept.has(bad)).toBe(true)
  expect(await outbox.counts()).toEqual({ waiting: 0, dead: 0 })
})

test('REC-6 409 counts as delivered only when the store holds the same statement', async () => {
  const [same, other] = [uuid(0, 0, 1), uuid(0, 0, 2)]
  await write('s', 0, [same, other])
  const endpoint = fakeEndpoint(() => 0.9)
  endpoint.kept.set(same, { ...statement(same), stored: '2026-01-01T00:00:01Z', version: '1.0.0' })
  endpoint.kept.set(other, statement(other, { result: { success: true } }))
  const outbox = sqliteOutbox(database)
  const deliverer = startDeliverer({
    outbox,
    client: clientOf(endpoint.fetch),
    random: () => 0,
    later: atOnce,
  })
  await untilEmpty(deliverer.status)
  await deliverer.stop()
  expect((await outbox.deadLetters(10)).map(({ id, reason }) => [id, reason])).toEqual([
    [other, '409 known id'],
  ])
})

test('REC-4 wrong credentials and a wrong address are no fault of the statements: everything waits', async () => {
  await write('s', 0, [uuid(0, 0, 1)])
  for (const status of [401, 403, 404, 405, 408, 429, 500, 503]) {
    const outbox = sqliteOutbox(database)
    const deliverer = startDeliverer({
      outbox,
      client: clientOf(() => Promise.resolve(new Response('no', { status }))),
      random: () => 0,
      later: never,
    })
    await deliverer.stop()
    expect(await deliverer.status()).toMatchObject({
      waiting: 1,
      dead: 0,
      lastProblem: expect.stringContaining(`${status} no`),
    })
  }
})

test('REC-4 the wait doubles with jitter up to a minute, and Retry-After is heeded', async () => {
  await write('s', 0, [uuid(0, 0, 1)])
  const waits: number[] = []
  let requests = 0
  const overloaded: Fetch = () => {
    requests += 1
    return Promise.resolve(
      new Response('', { status: 503, headers: requests === 2 ? { 'Retry-After': '7' } : {} }),
    )
  }
  const enough = Promise.withResolvers<void>()
  const later = (ms: number, then: () => void): (() => void) => {
    waits.push(ms)
    if (waits.length < 10) return atOnce(ms, then)
    enough.resolve()
    return () => {}
  }
  const deliverer = startDeliverer({
    outbox: sqliteOutbox(database),
    client: clientOf(overloaded),
    random: () => 0.5,
    later,
  })
  await enough.promise
  expect(waits).toEqual([375, 7000, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000, 45_000])
  await deliverer.stop()
})

test('REC-9 a process killed between the store’s answer and the outbox’s note sends again, and nothing is doubled', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => uuid(0, 0, n))
  await write('s', 0, ids)
  const lrs = fakeEndpoint(() => 0.9)
  const outbox = sqliteOutbox(database)
  // The process dies before `settle`: the store has the batch, the outbox does not know.
  await clientOf(lrs.fetch).send(await outbox.waiting('s', 50))
  await database.close()
  database = await open()
  const deliverer = startDeliverer({
    outbox: sqliteOutbox(database),
    client: clientOf(lrs.fetch),
    random: () => 0,
    later: atOnce,
  })
  await untilEmpty(deliverer.status)
  await deliverer.stop()
  expect(lrs.arrivals).toEqual(ids)
  expect((await deliverer.status()).dead).toBe(0)
})

test('REC-3 REC-11 the built-in store takes what is sent through its own door, in batches of at most 50', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => uuid(0, 0, n))
  await write('s', 0, ids)
  const store = memoryStatements(() => 0)
  const lrs = createLrs({
    store,
    credentials: { key: 'k', secret: 's' },
    homePage: 'https://example.org',
    nowMs: () => 0,
  })
  const sizes: number[] = []
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init)
    sizes.push(((await request.clone().json()) as unknown[]).length)
    return lrs.fetch(request)
  }
  const deliverer = startDeliverer({
    outbox: sqliteOutbox(database),
    client: clientOf(fetch),
    random: () => 0,
    later: never,
  })
  await deliverer.stop()
  expect(sizes).toEqual([50, 50, 20])
  const { bodies } = await store.list({ terms: [], ascending: true, limit: 500, maxBytes: 1e9 })
  expect(bodies.map((body) => JSON.parse(body).id)).toEqual(ids)
})
