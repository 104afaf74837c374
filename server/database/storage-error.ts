/**
 * Why the store could not do it. `storage-full`: no room left, nothing of this job was kept, later writes resume by
 * themselves. `storage-fault`: the medium failed. `storage-busy`: too much is waiting. `storage-closed`: after close.
 */
export type StorageReason = 'storage-full' | 'storage-fault' | 'storage-busy' | 'storage-closed'

const sentences: Record<StorageReason, string> = {
  'storage-full': 'The data folder is full: nothing was saved. Free some space and try again.',
  'storage-fault': 'The data folder cannot be written or read: nothing was saved.',
  'storage-busy': 'The data store is overloaded: nothing was saved. Try again in a moment.',
  'storage-closed': 'The data store is closed because the server is stopping.',
}

/** Thrown by every read and write; `message` is a sentence that can be shown to a person. */
export class StorageError extends Error {
  readonly reason: StorageReason

  constructor(reason: StorageReason, options?: ErrorOptions) {
    super(sentences[reason], options)
    this.name = 'StorageError'
    this.reason = reason
  }
}

const SQLITE_BUSY = 5
const SQLITE_LOCKED = 6
const SQLITE_FULL = 13
// NOMEM, READONLY, IOERR, CORRUPT, CANTOPEN, NOTADB: https://sqlite.org/rescode.html
const faults = new Set([7, 8, 10, 11, 14, 26])

/** The storage reason behind an error of node:sqlite, or undefined when the job itself is wrong (a constraint, a bug). */
export function storageReasonOf(error: unknown): StorageReason | undefined {
  if (error instanceof StorageError) return error.reason
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined
  const primaryCode = Number(error.errcode) & 0xff
  if (primaryCode === SQLITE_FULL) return 'storage-full'
  if (primaryCode === SQLITE_BUSY || primaryCode === SQLITE_LOCKED) return 'storage-busy'
  return faults.has(primaryCode) ? 'storage-fault' : undefined
}
