import { defineStore } from './define-store.ts'
import { prepared } from './prepared.ts'

export type Note = { readonly id: string; readonly text: string }

/** A store for the tests of the mechanism itself. */
export const notesStore = defineStore({
  name: 'notes',
  module: import.meta.url,
  migrations: [{ name: 'note', sql: 'CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT' }],
  writes: {
    add(db, note: Note): number {
      prepared(db, 'INSERT INTO note VALUES (?, ?)').run(note.id, note.text)
      return Number(prepared(db, 'SELECT count(*) AS n FROM note').get()?.['n'])
    },
    addThenThrow(db, note: Note): void {
      prepared(db, 'INSERT INTO note VALUES (?, ?)').run(note.id, note.text)
      throw new TypeError(`refused ${note.id}`)
    },
    clear(db): void {
      prepared(db, 'DELETE FROM note').run()
    },
  },
  reads: {
    ids(db): string[] {
      return prepared(db, 'SELECT id FROM note ORDER BY id')
        .all()
        .map((row) => String(row['id']))
    },
    pragmas(db): { integrity: string; journal: string } {
      return {
        integrity: String(prepared(db, 'PRAGMA integrity_check').get()?.['integrity_check']),
        journal: String(prepared(db, 'PRAGMA journal_mode').get()?.['journal_mode']),
      }
    },
  },
})
