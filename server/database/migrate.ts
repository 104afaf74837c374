import type { DatabaseSync } from 'node:sqlite'

import type { Store } from './define-store.ts'

/**
 * Brings each store's tables to the newest version, one transaction per step.
 * Throws when the file was written by a newer program: an older one must not guess.
 */
export function migrate(db: DatabaseSync, stores: readonly Store[]): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS store_version (store TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT',
  )
  for (const store of stores) migrateStore(db, store)
}

function migrateStore(db: DatabaseSync, { name, migrations }: Store): void {
  const row = db.prepare('SELECT version FROM store_version WHERE store = ?').get(name)
  const version = Number(row?.['version'] ?? 0)
  if (version > migrations.length) {
    throw new Error(
      `The data folder was written by a newer version: store "${name}" is at ${version}, this program knows ${migrations.length}.`,
    )
  }
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) applyStep(db, name, index + 1, migration)
  }
}

function applyStep(
  db: DatabaseSync,
  store: string,
  version: number,
  migration: { name: string; sql: string },
): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(migration.sql)
    db.prepare(
      'INSERT INTO store_version VALUES (?, ?) ON CONFLICT (store) DO UPDATE SET version = excluded.version',
    ).run(store, version)
    db.exec('COMMIT')
  } catch (cause) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw new Error(`Migration "${store}/${migration.name}" failed.`, { cause })
  }
}
