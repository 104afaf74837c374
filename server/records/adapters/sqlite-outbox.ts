import type { DatabaseSync } from 'node:sqlite'

import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'
import { prepared } from '#server/database/prepared.ts'
import type { OutgoingStatement } from '#server/sessions/journal.ts'

import type { DeadLetter, Outbox, OutboxCounts, Verdict } from '../outbox.ts'

export const outboxStore = defineStore({
  name: 'outbox',
  module: import.meta.url,
  migrations: [
    {
      name: 'outbox',
      sql: `
        CREATE TABLE outbox (
          position INTEGER PRIMARY KEY,
          session  TEXT NOT NULL,
          id       TEXT NOT NULL UNIQUE,
          bytes    TEXT NOT NULL,
          state    TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
          reason   TEXT
        ) STRICT;
        CREATE INDEX outbox_waiting ON outbox (session, position) WHERE state = 'waiting';
        CREATE INDEX outbox_dead ON outbox (position) WHERE state = 'dead';`,
    },
  ],
  writes: { settle, revive },
  reads: { sessions, waiting, deadLetters, counts },
})

export function sqliteOutbox(database: Database): Outbox {
  const { write, read } = database.bind(outboxStore)
  return {
    sessions: (limit) => read.sessions(limit),
    waiting: (session, limit) => read.waiting({ session, limit }),
    settle: (verdicts) => write.settle(verdicts),
    deadLetters: (limit) => read.deadLetters(limit),
    revive: (ids) => write.revive(ids),
    counts: () => read.counts(),
  }
}

/** For the journal's transaction: a statement that is known keeps the bytes it was first written with. */
export function enqueue(db: DatabaseSync, session: string, statements: readonly OutgoingStatement[]): void {
  const insert = prepared(
    db,
    'INSERT INTO outbox (session, id, bytes) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING',
  )
  for (const { id, bytes } of statements) insert.run(session, id, bytes)
}

function settle(db: DatabaseSync, verdicts: readonly Verdict[]): void {
  const update = prepared(db, "UPDATE outbox SET state = ?, reason = ? WHERE id = ? AND state = 'waiting'")
  for (const verdict of verdicts)
    update.run(verdict.state, verdict.state === 'dead' ? verdict.reason : null, verdict.id)
}

function revive(db: DatabaseSync, ids: readonly string[]): number {
  const update = prepared(
    db,
    "UPDATE outbox SET state = 'waiting', reason = NULL WHERE id = ? AND state = 'dead'",
  )
  return ids.reduce((revived, id) => revived + Number(update.run(id).changes), 0)
}

function sessions(db: DatabaseSync, limit: number): string[] {
  const select = prepared(
    db,
    "SELECT session FROM outbox WHERE state = 'waiting' GROUP BY session ORDER BY min(position) LIMIT ?",
  )
  return select.all(limit).map((row) => String(row['session']))
}

function waiting(
  db: DatabaseSync,
  { session, limit }: { session: string; limit: number },
): OutgoingStatement[] {
  const select = prepared(
    db,
    "SELECT id, bytes FROM outbox WHERE session = ? AND state = 'waiting' ORDER BY position LIMIT ?",
  )
  return select.all(session, limit).map((row) => ({ id: String(row['id']), bytes: String(row['bytes']) }))
}

function deadLetters(db: DatabaseSync, limit: number): DeadLetter[] {
  const select = prepared(
    db,
    "SELECT session, id, bytes, reason FROM outbox WHERE state = 'dead' ORDER BY position LIMIT ?",
  )
  return select.all(limit).map((row) => ({
    session: String(row['session']),
    id: String(row['id']),
    bytes: String(row['bytes']),
    reason: String(row['reason']),
  }))
}

function counts(db: DatabaseSync): OutboxCounts {
  const count = (state: 'waiting' | 'dead'): number =>
    Number(prepared(db, `SELECT count(*) AS n FROM outbox WHERE state = '${state}'`).get()?.['n'])
  return { waiting: count('waiting'), dead: count('dead') }
}
