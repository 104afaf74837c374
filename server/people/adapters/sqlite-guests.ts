import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'
import { prepared } from '#server/database/prepared.ts'
import type { Guests, SharedRun } from '#server/people/guests.ts'

/** A run is over long before; then nobody asks any more who was its guest. */
const KEPT_MS = 30 * 86_400_000

export const guestsStore = defineStore({
  name: 'guests',
  module: import.meta.url,
  migrations: [
    {
      name: 'guests',
      sql: `
        CREATE TABLE run_code (code_hash TEXT PRIMARY KEY, session TEXT NOT NULL, expires_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE run_guest (session TEXT NOT NULL, person TEXT NOT NULL, invited_ms INTEGER NOT NULL, PRIMARY KEY (session, person)) STRICT, WITHOUT ROWID;
        CREATE INDEX run_guest_age ON run_guest (invited_ms);`,
    },
  ],
  writes: {
    share(db, { codeHash, session, expiresAtMs, nowMs }: SharedRun & { nowMs: number }): void {
      prepared(db, 'DELETE FROM run_code WHERE expires_ms <= ?').run(nowMs)
      prepared(
        db,
        'INSERT INTO run_code VALUES (?, ?, ?) ON CONFLICT (code_hash) DO UPDATE SET expires_ms = excluded.expires_ms',
      ).run(codeHash, session, expiresAtMs)
    },
    invite(db, { session, person, nowMs }: { session: string; person: string; nowMs: number }): void {
      prepared(db, 'DELETE FROM run_guest WHERE invited_ms <= ?').run(nowMs - KEPT_MS)
      prepared(db, 'INSERT INTO run_guest VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
        session,
        person,
        nowMs,
      )
    },
  },
  reads: {
    sharedRun(db, { codeHash, nowMs }: { codeHash: string; nowMs: number }): string | undefined {
      return prepared(db, 'SELECT session FROM run_code WHERE code_hash = ? AND expires_ms > ?').get(
        codeHash,
        nowMs,
      )?.['session'] as string | undefined
    },
    isInvited(db, { session, person }: { session: string; person: string }): boolean {
      return (
        prepared(db, 'SELECT 1 FROM run_guest WHERE session = ? AND person = ?').get(session, person) !==
        undefined
      )
    },
  },
})

export function sqliteGuests(database: Database): Guests {
  const { write, read } = database.bind(guestsStore)
  return { ...write, ...read }
}
