import fc from 'fast-check'
import { expect, test } from 'vitest'

import { memoryStatements } from './adapters/memory-statements.ts'
import type { StatementQuery, StatementRecord, StatementStore } from './statement-store.ts'
import { statementTerms } from './statement-terms.ts'

export type StoreUnderTest = { readonly store: StatementStore; close(): Promise<void> }

const VOIDED = 'http://adlnet.gov/expapi/verbs/voided'
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

type Made = {
  n: number
  storedMs?: number
  actor?: string
  verb?: string
  activity?: string
  refersTo?: number
  voids?: boolean
  success?: boolean
}

/** A record as the resource would hand it over. */
function record({
  n,
  storedMs = n,
  actor = 'ada',
  verb = 'x:did',
  activity = 'x:thing',
  refersTo,
  voids = false,
  success,
}: Made): StatementRecord {
  const statement = {
    id: uuid(n),
    actor: { account: { homePage: 'https://example.org', name: actor } },
    verb: { id: voids ? VOIDED : verb },
    object:
      refersTo === undefined ? { id: activity } : { objectType: 'StatementRef' as const, id: uuid(refersTo) },
    ...(success === undefined ? {} : { result: { success } }),
  }
  return {
    id: statement.id,
    storedMs,
    body: JSON.stringify(statement),
    terms: statementTerms(statement),
    voids,
    ...(refersTo === undefined ? {} : { refersTo: uuid(refersTo) }),
  }
}

const all: StatementQuery = { terms: [], ascending: true, limit: 100, maxBytes: 1e6 }
const numbers = (bodies: readonly string[]): number[] =>
  bodies.map((body) => Number(JSON.parse(body).id.slice(-12)))
const listed = async (store: StatementStore, query: Partial<StatementQuery>): Promise<number[]> =>
  numbers((await store.list({ ...all, ...query })).bodies)
const adas = 'agent:account https://example.org ada'
const bobs = 'agent:account https://example.org bob'

/** Rules STS-1 … of SPEC.md, for every adapter. */
export function describeStatementStore(open: (nowMs: () => number) => Promise<StoreUnderTest>): void {
  const storeTest = (name: string, run: (store: StatementStore) => Promise<void>) =>
    test(name, async () => {
      const { store, close } = await open(() => 1_000_000)
      try {
        await run(store)
      } finally {
        await close()
      }
    })

  storeTest('STS-1 a statement is found by its id, byte for byte', async (store) => {
    const one = record({ n: 1, storedMs: 77 })
    expect(await store.insert([one])).toEqual({ ok: true })
    expect(await store.find(one.id)).toEqual({ body: one.body, storedMs: 77, voided: false })
    expect(await store.find(uuid(2))).toBeUndefined()
  })

  storeTest(
    'STS-2 the same id again: same content changes nothing, other content is a conflict',
    async (store) => {
      const one = record({ n: 1 })
      await store.insert([one])
      expect(await store.insert([record({ n: 1, storedMs: 9 })])).toEqual({ ok: true })
      expect(await store.insert([record({ n: 1, success: true })])).toEqual({
        ok: false,
        reason: 'conflict',
        id: one.id,
      })
      expect(await store.find(one.id)).toEqual({ body: one.body, storedMs: 1, voided: false })
      expect(await listed(store, {})).toEqual([1])
    },
  )

  storeTest('STS-3 a batch with a conflict stores nothing', async (store) => {
    await store.insert([record({ n: 1 })])
    expect(
      await store.insert([record({ n: 2 }), record({ n: 1, success: true }), record({ n: 3 })]),
    ).toMatchObject({ ok: false })
    expect(await listed(store, {})).toEqual([1])
  })

  storeTest(
    'STS-4 lists go by arrival, either way, with since exclusive and until inclusive',
    async (store) => {
      await store.insert([1, 2, 3, 4].map((n) => record({ n, storedMs: n * 10 })))
      expect(await listed(store, {})).toEqual([1, 2, 3, 4])
      expect(await listed(store, { ascending: false })).toEqual([4, 3, 2, 1])
      expect(await listed(store, { sinceMs: 20 })).toEqual([3, 4])
      expect(await listed(store, { untilMs: 20 })).toEqual([1, 2])
      expect(await listed(store, { sinceMs: 10, untilMs: 30, ascending: false })).toEqual([3, 2])
      expect(await listed(store, { untilMs: 5 })).toEqual([])
    },
  )

  storeTest('STS-5 a statement must have all the terms of a query', async (store) => {
    await store.insert([record({ n: 1 }), record({ n: 2, actor: 'bob' }), record({ n: 3, verb: 'x:undid' })])
    expect(await listed(store, { terms: [adas] })).toEqual([1, 3])
    expect(await listed(store, { terms: [adas, 'verb:x:did'] })).toEqual([1])
    expect(await listed(store, { terms: [bobs, 'verb:x:undid'] })).toEqual([])
    expect(await listed(store, { terms: ['verb:x:never'] })).toEqual([])
  })

  storeTest(
    'STS-6 pages follow on each other without loss or repetition, by count and by size',
    async (store) => {
      const records = Array.from({ length: 25 }, (_, n) => record({ n }))
      await store.insert(records)
      for (const page of [{ limit: 7 }, { maxBytes: 500 }, { maxBytes: 1 }]) {
        for (const ascending of [true, false]) {
          const seen: number[] = []
          let after: number | undefined
          do {
            const { bodies, next } = await store.list({
              ...all,
              terms: [adas],
              ascending,
              ...page,
              ...(after === undefined ? {} : { after }),
            })
            seen.push(...numbers(bodies))
            after = next
          } while (after !== undefined)
          const expected = records.map((_, n) => n)
          expect(seen).toEqual(ascending ? expected : expected.toReversed())
        }
      }
    },
  )

  storeTest(
    'STS-7 a voided statement is in no list but is found; a voiding statement cannot be voided',
    async (store) => {
      await store.insert([
        record({ n: 1 }),
        record({ n: 2, refersTo: 1, voids: true }),
        record({ n: 3, refersTo: 2, voids: true }),
      ])
      expect(await listed(store, {})).toEqual([2, 3])
      expect((await store.find(uuid(1)))?.voided).toBe(true)
      expect((await store.find(uuid(2)))?.voided).toBe(false)
    },
  )

  storeTest('STS-7 a statement that arrives after its voiding is voided', async (store) => {
    await store.insert([record({ n: 2, refersTo: 1, voids: true })])
    await store.insert([record({ n: 1 })])
    expect(await listed(store, {})).toEqual([2])
    expect((await store.find(uuid(1)))?.voided).toBe(true)
  })

  storeTest(
    'STS-8 what refers to a matching statement matches too, through chains, in either order of arrival',
    async (store) => {
      await store.insert([record({ n: 3, actor: 'cleo', verb: 'x:agreed', refersTo: 2 })])
      await store.insert([record({ n: 1 })])
      await store.insert([record({ n: 2, actor: 'bob', verb: 'x:noted', refersTo: 1 })])
      expect(await listed(store, { terms: [adas] })).toEqual([3, 1, 2])
      expect(await listed(store, { terms: [bobs] })).toEqual([3, 2])
      expect(await listed(store, { terms: [adas, 'verb:x:did'] })).toEqual([3, 1, 2])
      // bob did not do it himself, and ada noted nothing: no one statement has both
      expect(await listed(store, { terms: [bobs, 'verb:x:did'] })).toEqual([])
    },
  )

  storeTest('STS-8 statements that refer to each other in a circle are listed once', async (store) => {
    await store.insert([
      record({ n: 1, refersTo: 2 }),
      record({ n: 2, refersTo: 1, actor: 'bob' }),
      record({ n: 3, refersTo: 3 }),
    ])
    expect(await listed(store, { terms: [adas] })).toEqual([1, 2, 3])
    expect(await listed(store, { terms: [bobs] })).toEqual([1, 2])
  })

  storeTest('STS-9 the consistent-through time does not pass a write that is still open', async (store) => {
    expect(store.consistentThrough()).toBe(1_000_000)
    const writing = store.insert([record({ n: 1, storedMs: 999_000 })])
    const during = store.consistentThrough()
    await writing
    const seen = (await listed(store, {})).length
    expect(seen).toBe(1)
    expect([998_999, 1_000_000]).toContain(during)
    expect(store.consistentThrough()).toBe(1_000_000)
  })

  test('STS-10 any history of batches reads the same as from the plain model', async () => {
    const made = fc.record(
      {
        n: fc.integer({ min: 0, max: 7 }),
        actor: fc.constantFrom('ada', 'bob'),
        verb: fc.constantFrom('x:did', 'x:undid'),
        success: fc.boolean(),
        refersTo: fc.integer({ min: 0, max: 7 }),
        voids: fc.boolean(),
      },
      { requiredKeys: ['n'] },
    )
    const batches = fc.array(fc.uniqueArray(made, { selector: ({ n }) => n, minLength: 1, maxLength: 4 }), {
      maxLength: 6,
    })
    const queries: Partial<StatementQuery>[] = [
      {},
      { terms: [adas] },
      { terms: [bobs, 'verb:x:undid'] },
      { sinceMs: 2, ascending: false },
    ]
    await fc.assert(
      fc.asyncProperty(batches, async (history) => {
        const model = memoryStatements(() => 0)
        const { store, close } = await open(() => 0)
        for (const [storedMs, batch] of history.entries()) {
          const records = batch.map((one) =>
            record({ ...one, storedMs, voids: one.voids === true && one.refersTo !== undefined }),
          )
          expect(await store.insert(records)).toEqual(await model.insert(records))
        }
        for (const query of queries) expect(await listed(store, query)).toEqual(await listed(model, query))
        await close()
      }),
      { seed: 7, numRuns: 12 },
    )
  }, 30_000)
}
