import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { afterAll, expect, test } from 'vitest'

import { openDatabase } from '#server/database/database.ts'
import { migrate } from '#server/database/migrate.ts'
import { outboxStore, sqliteOutbox } from '#server/records/adapters/sqlite-outbox.ts'

import type { JournalUnderTest } from '../journal.contract.ts'
import { describeJournal } from '../journal.contract.ts'
import { journalStore, sqliteJournal } from './sqlite-journal.ts'

const directories: string[] = []
afterAll(() => Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true }))))

async function newDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sightline-journal-'))
  directories.push(directory)
  return directory
}

async function open(directory: string, maxPages?: number): Promise<JournalUnderTest> {
  const database = await openDatabase({
    directory,
    stores: [outboxStore, journalStore],
    ...(maxPages === undefined ? {} : { maxPages }),
  })
  return {
    journal: sqliteJournal(database),
    outbox: sqliteOutbox(database),
    reopen: () => open(directory),
    close: () => database.close(),
  }
}

describeJournal(async () => open(await newDirectory()))

test('JRN-12 a full disk refuses the append; earlier entries stay and the same append succeeds once there is room', async () => {
  const directory = await newDirectory()
  const small = await open(directory, 80)
  const session = {
    id: 's',
    scenario: { id: 'x', version: '1.0.0' },
    mode: 'exam',
    registration: 'r',
    createdAt: 1,
    head: '{}',
    host: '',
    persons: [],
  }
  await small.journal.create(session)
  const entry = (n: number) => ({ n, hash: `${n}`, bytes: 'x'.repeat(9_000) })
  const appendOne = (it: JournalUnderTest, n: number) =>
    it.journal.append({ session: 's', entries: [entry(n)], statements: [{ id: `${n}`, bytes: '{}' }] })
  let n = 0
  let refusal: unknown
  while (refusal === undefined && n < 100) {
    refusal = await appendOne(small, n).then(
      () => undefined,
      (error: unknown) => error,
    )
    if (refusal === undefined) n++
  }
  expect(refusal).toMatchObject({ name: 'StorageError', reason: 'storage-full' })
  expect((await small.journal.read('s')).length).toBe(n)
  expect((await small.outbox.counts()).waiting).toBe(n)
  await small.close()
  const roomy = await open(directory)
  expect(await appendOne(roomy, n)).toEqual({ ok: true })
  expect((await roomy.journal.read('s')).length).toBe(n + 1)
  await roomy.close()
})

test('JRN-13 a session from before hosts were kept has its first person as host', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, [{ ...journalStore, migrations: journalStore.migrations.slice(0, 1) }])
  db.exec(`INSERT INTO session (id, scenario, scenario_version, mode, registration, created_at, head) VALUES ('s', 'x', '1.0.0', 'guided', 'r', 1, '{}'), ('t', 'x', '1.0.0', 'guided', 'r', 1, '{}');
    INSERT INTO session_person VALUES ('s', 'bob', 1), ('s', 'ada', 0);`)
  migrate(db, [journalStore])
  const hosts = db.prepare('SELECT id, host FROM session ORDER BY id').all()
  expect(hosts.map(({ id, host }) => [id, host])).toEqual([
    ['s', 'ada'],
    ['t', ''],
  ])
})
