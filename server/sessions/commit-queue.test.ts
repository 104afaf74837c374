import { expect, test } from 'vitest'
import { StorageError } from '#server/database/storage-error.ts'
import { createManualClock } from './clock.ts'
import type { Commit } from './commit-queue.ts'
import { CommitQueue } from './commit-queue.ts'
import type { Append, AppendOutcome } from './journal.ts'

/** A journal whose answers the test gives one by one. */
function scripted(): {
  appends: Append[]
  answer(outcome: AppendOutcome | Error): Promise<void>
  append(append: Append): Promise<AppendOutcome>
} {
  const appends: Append[] = []
  const open: { resolve(outcome: AppendOutcome): void; reject(error: Error): void }[] = []
  return {
    appends,
    append(append) {
      appends.push(append)
      return new Promise((resolve, reject) => open.push({ resolve, reject }))
    },
    async answer(outcome) {
      const next = open.shift()
      if (outcome instanceof Error) next?.reject(outcome)
      else next?.resolve(outcome)
      await new Promise(setImmediate)
    },
  }
}

function setUp(): {
  journal: ReturnType<typeof scripted>
  queue: CommitQueue
  log: string[]
  clock: ReturnType<typeof createManualClock>
  commit(n: number): Commit
} {
  const journal = scripted()
  const log: string[] = []
  const clock = createManualClock(0)
  const queue = new CommitQueue({
    session: 's',
    journal,
    clock,
    onStalled: ({ reason }) => log.push(reason),
    onRecovered: () => log.push('recovered'),
    onBroken: (error) => log.push(error.message),
  })
  const commit = (n: number): Commit => ({
    entries: [{ n, hash: String(n), bytes: '{}' }],
    statements: [],
    release: () => log.push(`released ${n}`),
  })
  return { journal, queue, log, clock, commit }
}

test('HOST-1 nothing is released before it is durable, and all in order', async () => {
  const { journal, queue, log, commit } = setUp()
  queue.push(commit(0))
  queue.push({ entries: [], statements: [], release: () => log.push('world') })
  await new Promise(setImmediate)
  expect(log).toEqual([])
  await journal.answer({ ok: true })
  expect(log).toEqual(['released 0', 'world'])
})

test('HOST-2 what comes while the disk works goes into one next append', async () => {
  const { journal, queue, commit } = setUp()
  for (const n of [0, 1, 2]) queue.push(commit(n))
  await journal.answer({ ok: true })
  expect(journal.appends.map(({ entries }) => entries.map(({ n }) => n))).toEqual([[0], [1, 2]])
})

test('HOST-3 a full disk stalls, is retried with the same entries, and loses nothing', async () => {
  const { journal, queue, log, clock, commit } = setUp()
  queue.push(commit(0))
  await journal.answer(new StorageError('storage-full'))
  queue.push(commit(1))
  clock.advance(1000)
  await new Promise(setImmediate)
  await journal.answer(new StorageError('storage-full'))
  clock.advance(1000)
  await new Promise(setImmediate)
  await journal.answer({ ok: true })
  await journal.answer({ ok: true })
  expect(log).toEqual(['storage-full', 'recovered', 'released 0', 'released 1'])
  expect(journal.appends.map(({ entries }) => entries[0]?.n)).toEqual([0, 0, 0, 1])
})

test('HOST-4 a journal that contradicts ends the queue without a release', async () => {
  const { journal, queue, log, commit } = setUp()
  queue.push(commit(0))
  await journal.answer({ ok: false, reason: 'conflict', n: 0 })
  await queue.idle()
  expect(log).toEqual(['The journal refused entries of session s: conflict.'])
})

test('HOST-5 without anything to store a release waits for nobody', () => {
  const { queue, log } = setUp()
  queue.push({ entries: [], statements: [], release: () => log.push('now') })
  expect(log).toEqual(['now'])
})
