import { DatabaseSync } from 'node:sqlite'

const BUSY_TIMEOUT_MS = 5_000
const JOURNAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024

export type ConnectionOptions = {
  readonly role: 'writer' | 'reader'
  /** Cap of the main file in pages of 4 KiB; without it the file system decides. */
  readonly maxPages?: number
}

/** WAL with synchronous=FULL: a commit that returned survives a power cut (https://sqlite.org/pragma.html#pragma_synchronous). */
export function openConnection(file: string, { role, maxPages }: ConnectionOptions): DatabaseSync {
  const db = new DatabaseSync(file, {
    readOnly: role === 'reader',
    timeout: BUSY_TIMEOUT_MS,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
  })
  if (role === 'reader') return db
  db.exec('PRAGMA journal_mode = WAL')
  db.exec('PRAGMA synchronous = FULL')
  db.exec(`PRAGMA journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES}`)
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  return db
}
