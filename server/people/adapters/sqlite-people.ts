import type { DatabaseSync } from 'node:sqlite'
import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'
import { prepared } from '#server/database/prepared.ts'
import type { Grant, Invite, Pairing, PeopleStore } from '#server/people/people-store.ts'

export const peopleStore = defineStore({
  name: 'people',
  module: import.meta.url,
  migrations: [
    {
      name: 'people',
      sql: `
        CREATE TABLE person (id TEXT PRIMARY KEY, created_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE person_label (person TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE person_grant (person TEXT NOT NULL, kind TEXT NOT NULL, scenario TEXT NOT NULL, PRIMARY KEY (person, kind, scenario)) STRICT, WITHOUT ROWID;
        CREATE TABLE pairing (code_hash TEXT PRIMARY KEY, person TEXT NOT NULL, expires_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE invite (token_hash TEXT PRIMARY KEY, kind TEXT NOT NULL, scenario TEXT NOT NULL, uses INTEGER NOT NULL, expires_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE ticket_spent (id TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX ticket_spent_expiry ON ticket_spent (expires_ms);`,
    },
  ],
  writes: {
    addPerson(db, { id, nowMs }: { id: string; nowMs: number }): void {
      prepared(db, 'INSERT INTO person VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, nowMs)
    },
    setLabel(db, { person, text }: { person: string; text: string }): void {
      prepared(
        db,
        'INSERT INTO person_label VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET text = excluded.text',
      ).run(person, text)
    },
    addPairing(db, { codeHash, person, expiresAtMs }: Pairing): void {
      prepared(db, 'DELETE FROM pairing WHERE person = ?').run(person)
      prepared(db, 'INSERT INTO pairing VALUES (?, ?, ?)').run(codeHash, person, expiresAtMs)
    },
    redeemPairing(db, { codeHash, nowMs }: { codeHash: string; nowMs: number }): string | undefined {
      prepared(db, 'DELETE FROM pairing WHERE expires_ms <= ?').run(nowMs)
      return prepared(db, 'DELETE FROM pairing WHERE code_hash = ? RETURNING person').get(codeHash)?.[
        'person'
      ] as string | undefined
    },
    addInvite(db, { tokenHash, grant, uses, expiresAtMs }: Invite): void {
      prepared(db, 'INSERT INTO invite VALUES (?, ?, ?, ?, ?)').run(
        tokenHash,
        grant.kind,
        grant.scenario ?? '',
        uses,
        expiresAtMs,
      )
    },
    redeemInvite(
      db,
      { tokenHash, person, nowMs }: { tokenHash: string; person: string; nowMs: number },
    ): Grant | undefined {
      prepared(db, 'DELETE FROM invite WHERE expires_ms <= ?').run(nowMs)
      const invite = prepared(db, 'SELECT kind, scenario, uses FROM invite WHERE token_hash = ?').get(
        tokenHash,
      )
      if (invite === undefined) return undefined
      const { kind, scenario } = invite as { kind: string; scenario: string }
      const has =
        prepared(db, 'SELECT 1 FROM person_grant WHERE person = ? AND kind = ? AND scenario = ?').get(
          person,
          kind,
          scenario,
        ) !== undefined
      if (has) return toGrant({ kind, scenario })
      if (Number(invite['uses']) < 1) return undefined
      prepared(db, 'UPDATE invite SET uses = uses - 1 WHERE token_hash = ?').run(tokenHash)
      addGrant(db, person, kind, scenario)
      return toGrant({ kind, scenario })
    },
    spendTicket(db, { id, expiresAtMs, nowMs }: { id: string; expiresAtMs: number; nowMs: number }): boolean {
      prepared(db, 'DELETE FROM ticket_spent WHERE expires_ms <= ?').run(nowMs)
      return (
        prepared(db, 'INSERT INTO ticket_spent VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, expiresAtMs)
          .changes === 1
      )
    },
  },
  reads: {
    label(db, person: string): string | undefined {
      return prepared(db, 'SELECT text FROM person_label WHERE person = ?').get(person)?.['text'] as
        | string
        | undefined
    },
    grants(db, person: string): Grant[] {
      return prepared(db, 'SELECT kind, scenario FROM person_grant WHERE person = ? ORDER BY kind, scenario')
        .all(person)
        .map((row) => toGrant(row as { kind: string; scenario: string }))
    },
  },
})

export function sqlitePeople(database: Database): PeopleStore {
  const { write, read } = database.bind(peopleStore)
  return { ...write, ...read }
}

function addGrant(db: DatabaseSync, person: string, kind: string, scenario: string): void {
  prepared(db, 'INSERT INTO person_grant VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(person, kind, scenario)
}

function toGrant({ kind, scenario }: { kind: string; scenario: string }): Grant {
  return { kind: kind as Grant['kind'], ...(scenario === '' ? {} : { scenario }) }
}
