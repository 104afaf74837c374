import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'

import type { StatementStore } from '../statement-store.ts'
import { findStatement, insertStatements, listStatements } from './sqlite-statement-jobs.ts'

/**
 * `posting` says: the statement `seq` is found by `term`, which it has itself (`via` = `seq`) or which the statement `via`
 * has that it refers to. A list filtered by one term is one walk along the primary key.
 */
export const statementStoreTables = defineStore({
  name: 'statements',
  module: import.meta.url,
  migrations: [
    {
      name: 'statement, term, posting',
      sql: `
        CREATE TABLE statement (
          seq       INTEGER PRIMARY KEY,
          id        TEXT NOT NULL UNIQUE,
          stored    INTEGER NOT NULL,
          voids     INTEGER NOT NULL,
          voided    INTEGER NOT NULL,
          refers_to TEXT,
          body      TEXT NOT NULL
        ) STRICT;
        CREATE INDEX statement_stored ON statement (stored);
        CREATE INDEX statement_refers_to ON statement (refers_to) WHERE refers_to IS NOT NULL;
        CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE posting (
          term INTEGER NOT NULL,
          seq  INTEGER NOT NULL,
          via  INTEGER NOT NULL,
          PRIMARY KEY (term, seq, via)
        ) STRICT, WITHOUT ROWID;`,
    },
  ],
  writes: { insert: insertStatements },
  reads: { find: findStatement, list: listStatements },
})

export function sqliteStatements(database: Database, nowMs: () => number): StatementStore {
  const { write, read } = database.bind(statementStoreTables)
  const openWrites = new Set<{ readonly storedMs: number }>()

  return {
    async insert(records) {
      const open = { storedMs: Math.min(...records.map(({ storedMs }) => storedMs)) }
      openWrites.add(open)
      try {
        return await write.insert(records)
      } finally {
        openWrites.delete(open)
      }
    },
    find: (id) => read.find(id),
    list: (query) => read.list(query),
    // What is being written now may have been stamped before a reader's snapshot that does not hold it yet.
    consistentThrough: () => Math.min(nowMs(), ...[...openWrites].map(({ storedMs }) => storedMs - 1)),
  }
}
