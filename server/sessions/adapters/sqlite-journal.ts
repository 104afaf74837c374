import type { DatabaseSync } from 'node:sqlite'

import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'
import { prepared } from '#server/database/prepared.ts'
import { enqueue } from '#server/records/adapters/sqlite-outbox.ts'

import type {
  Append,
  AppendOutcome,
  Checkpoint,
  CreateOutcome,
  Entry,
  Journal,
  NewSession,
  SessionRow,
} from '../journal.ts'

export const journalStore = defineStore({
  name: 'journal',
  module: import.meta.url,
  migrations: [
    {
      name: 'session log',
      sql: `
        CREATE TABLE session (
          id               TEXT PRIMARY KEY,
          scenario         TEXT NOT NULL,
          scenario_version TEXT NOT NULL,
          mode             TEXT NOT NULL,
          registration     TEXT NOT NULL,
          created_at       INTEGER NOT NULL,
          head             TEXT NOT NULL,
          next_n           INTEGER NOT NULL DEFAULT 0,
          ended_at         INTEGER,
          outcome          TEXT
        ) STRICT;
        CREATE INDEX session_unfinished ON session (created_at) WHERE ended_at IS NULL;
        CREATE TABLE session_person (
          session TEXT NOT NULL REFERENCES session,
          person  TEXT NOT NULL,
          place   INTEGER NOT NULL,
          PRIMARY KEY (session, person)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_of_person ON session_person (person, session);
        CREATE TABLE session_entry (
          session TEXT NOT NULL REFERENCES session,
          n       INTEGER NOT NULL,
          hash    TEXT NOT NULL,
          bytes   TEXT NOT NULL,
          PRIMARY KEY (session, n)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session_checkpoint (
          session TEXT PRIMARY KEY REFERENCES session,
          n       INTEGER NOT NULL,
          state   TEXT NOT NULL
        ) STRICT;`,
    },
    {
      name: 'host',
      sql: `
        ALTER TABLE session ADD COLUMN host TEXT NOT NULL DEFAULT '';
        UPDATE session SET host = coalesce((SELECT person FROM session_person WHERE session = id AND place = 0), '');
        CREATE INDEX session_of_host ON session (host);`,
    },
  ],
  writes: { create, append },
  reads: { entries, checkpoint, session, unfinished, byPerson },
})

/** Needs `outboxStore` opened before it: an append writes the outbox too. */
export function sqliteJournal(database: Database): Journal {
  const { write, read } = database.bind(journalStore)
  return {
    create: (newSession) => write.create(newSession),
    append: (job) => write.append(job),
    read: (id, fromN = 0) => read.entries({ id, fromN }),
    checkpoint: (id) => read.checkpoint(id),
    session: (id) => read.session(id),
    unfinished: () => read.unfinished(),
    listByPerson: (person) => read.byPerson(person),
  }
}

function create(db: DatabaseSync, given: NewSession): CreateOutcome {
  const known = session(db, given.id)
  if (known !== undefined) return isSameSession(known, given) ? { ok: true } : { ok: false, reason: 'exists' }
  prepared(
    db,
    'INSERT INTO session (id, scenario, scenario_version, mode, registration, created_at, head, host) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    given.id,
    given.scenario.id,
    given.scenario.version,
    given.mode,
    given.registration,
    given.createdAt,
    given.head,
    given.host,
  )
  addPersons(db, given.id, given.persons)
  return { ok: true }
}

// The head pins all the rest; persons may have joined since.
function isSameSession(known: SessionRow, given: NewSession): boolean {
  return known.head === given.head && known.mode === given.mode && known.registration === given.registration
}

function addPersons(db: DatabaseSync, id: string, persons: readonly string[]): void {
  const insert = prepared(
    db,
    `INSERT INTO session_person SELECT ?1, ?2, count(*) FROM session_person WHERE session = ?1 ON CONFLICT DO NOTHING`,
  )
  for (const person of persons) insert.run(id, person)
}

/** Decides everything before it writes anything: a returned refusal is committed with its group. */
function append(db: DatabaseSync, given: Append): AppendOutcome {
  const row = prepared(db, 'SELECT next_n, ended_at, outcome FROM session WHERE id = ?').get(given.session)
  if (row === undefined) return { ok: false, reason: 'unknown-session' }
  const firstNew = Number(row['next_n'])
  const refusal = refuseEntries(db, given, firstNew)
  if (refusal !== undefined) return refusal

  const fresh = given.entries.filter(({ n }) => n >= firstNew)
  const hasEnded = row['ended_at'] !== null
  const endsOtherwise = given.ended !== undefined && given.ended.outcome !== row['outcome']
  if (hasEnded && (fresh.length > 0 || endsOtherwise)) return { ok: false, reason: 'ended' }

  const insert = prepared(db, 'INSERT INTO session_entry VALUES (?, ?, ?, ?)')
  for (const { n, hash, bytes } of fresh) insert.run(given.session, n, hash, bytes)
  prepared(db, 'UPDATE session SET next_n = next_n + ? WHERE id = ?').run(fresh.length, given.session)
  enqueue(db, given.session, given.statements)
  addPersons(db, given.session, given.joined ?? [])
  if (given.checkpoint !== undefined) keepCheckpoint(db, given.session, given.checkpoint)
  if (given.ended !== undefined && !hasEnded) {
    prepared(db, 'UPDATE session SET ended_at = ?, outcome = ? WHERE id = ?').run(
      given.ended.at,
      given.ended.outcome,
      given.session,
    )
  }
  return { ok: true }
}

function refuseEntries(db: DatabaseSync, given: Append, firstNew: number): AppendOutcome | undefined {
  const select = prepared(db, 'SELECT hash, bytes FROM session_entry WHERE session = ? AND n = ?')
  let next = firstNew
  for (const { n, hash, bytes } of given.entries) {
    if (n > next) return { ok: false, reason: 'gap', n: next }
    if (n === next) next++
    else if (n >= firstNew) return { ok: false, reason: 'conflict', n }
    else {
      const known = select.get(given.session, n)
      if (known?.['hash'] !== hash || known['bytes'] !== bytes) return { ok: false, reason: 'conflict', n }
    }
  }
  return undefined
}

function keepCheckpoint(db: DatabaseSync, id: string, { n, state }: Checkpoint): void {
  prepared(
    db,
    `INSERT INTO session_checkpoint VALUES (?, ?, ?)
     ON CONFLICT (session) DO UPDATE SET n = excluded.n, state = excluded.state WHERE excluded.n >= n`,
  ).run(id, n, state)
}

function entries(db: DatabaseSync, { id, fromN }: { id: string; fromN: number }): Entry[] {
  return prepared(db, 'SELECT n, hash, bytes FROM session_entry WHERE session = ? AND n >= ? ORDER BY n')
    .all(id, fromN)
    .map((row) => ({ n: Number(row['n']), hash: String(row['hash']), bytes: String(row['bytes']) }))
}

function checkpoint(db: DatabaseSync, id: string): Checkpoint | undefined {
  const row = prepared(db, 'SELECT n, state FROM session_checkpoint WHERE session = ?').get(id)
  return row && { n: Number(row['n']), state: String(row['state']) }
}

function session(db: DatabaseSync, id: string): SessionRow | undefined {
  const row = prepared(db, 'SELECT * FROM session WHERE id = ?').get(id)
  return row && sessionRow(db, row)
}

function unfinished(db: DatabaseSync): SessionRow[] {
  return prepared(db, 'SELECT * FROM session WHERE ended_at IS NULL ORDER BY created_at, id')
    .all()
    .map((row) => sessionRow(db, row))
}

function byPerson(db: DatabaseSync, person: string): SessionRow[] {
  return prepared(
    db,
    `SELECT * FROM session WHERE host = ?1 OR id IN (SELECT session FROM session_person WHERE person = ?1)
     ORDER BY created_at DESC, id`,
  )
    .all(person)
    .map((row) => sessionRow(db, row))
}

function sessionRow(db: DatabaseSync, row: Record<string, unknown>): SessionRow {
  const id = String(row['id'])
  const persons = prepared(db, 'SELECT person FROM session_person WHERE session = ? ORDER BY place').all(id)
  const common: NewSession = {
    id,
    scenario: { id: String(row['scenario']), version: String(row['scenario_version']) },
    mode: String(row['mode']),
    registration: String(row['registration']),
    createdAt: Number(row['created_at']),
    head: String(row['head']),
    host: String(row['host']),
    persons: persons.map((found) => String(found['person'])),
  }
  if (row['ended_at'] === null) return { ...common, status: 'open' }
  return {
    ...common,
    status: 'ended',
    ended: { at: Number(row['ended_at']), outcome: String(row['outcome']) },
  }
}
