import type { DatabaseSync } from 'node:sqlite'

import type { StorageReason } from './storage-error.ts'
import { storageReasonOf } from './storage-error.ts'

/** A job bound to its payload. */
export type Task = (db: DatabaseSync) => unknown

/** What one task came to; errors cross the thread boundary as plain data. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: StorageReason | undefined; readonly error: unknown }

/**
 * Runs the tasks in one transaction and one commit. A task that throws is rolled back alone. When the whole
 * transaction fails for want of room, each task gets a transaction of its own, so that a huge one does not take the
 * small ones with it. A failed commit is never repeated as it was: nobody was told that it succeeded.
 */
export function runGroup(db: DatabaseSync, tasks: readonly Task[]): Outcome[] {
  try {
    db.exec('BEGIN IMMEDIATE')
    const outcomes = tasks.map((task) => runTask(db, task))
    db.exec('COMMIT')
    return outcomes
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (tasks.length > 1 && storageReasonOf(error) === 'storage-full') {
      return tasks.flatMap((task) => runGroup(db, [task]))
    }
    return tasks.map(() => failure(error))
  }
}

function runTask(db: DatabaseSync, task: Task): Outcome {
  db.exec('SAVEPOINT task')
  try {
    const value = task(db)
    db.exec('RELEASE task')
    return { ok: true, value }
  } catch (error) {
    // SQLite may have rolled the whole transaction back by itself: https://sqlite.org/lang_transaction.html
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK TO task')
    db.exec('RELEASE task')
    return failure(error)
  }
}

export function failure(error: unknown): Outcome {
  return { ok: false, reason: storageReasonOf(error), error }
}
