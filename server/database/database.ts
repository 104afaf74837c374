import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { closeToOthers } from './close-to-others.ts'
import type { ConnectionThread } from './connection-thread.ts'
import { startConnectionThread } from './connection-thread.ts'
import type { Bound, Jobs, Store } from './define-store.ts'
import { StorageError } from './storage-error.ts'
import { settle, WriteQueue } from './write-queue.ts'

export type DatabaseOptions = {
  readonly directory: string
  readonly stores: readonly Store[]
  readonly file?: string
  /** Cap of the file in pages of 4 KiB. */
  readonly maxPages?: number
}

export type BoundStore<W extends Jobs, R extends Jobs> = { readonly write: Bound<W>; readonly read: Bound<R> }

export type Database = {
  /** The store's jobs, callable. `write.x()` resolves after the durable commit, `read.x()` sees all that has resolved. */
  bind<W extends Jobs, R extends Jobs>(store: Store<W, R>): BoundStore<W, R>
  /** Finishes what was accepted, folds the write-ahead log into the file and ends both threads. */
  close(): Promise<void>
}

/** Opens (or makes) the SQLite file of a data folder. Throws when a migration fails or the file is from a newer program. */
export async function openDatabase({
  directory,
  stores,
  file = 'sightline.sqlite',
  maxPages,
}: DatabaseOptions): Promise<Database> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await closeToOthers(join(directory, file))
  const shared = { file: join(directory, file), stores: stores.map(({ name, module }) => ({ name, module })) }
  const writer = await startConnectionThread({
    ...shared,
    role: 'writer',
    ...(maxPages === undefined ? {} : { maxPages }),
  })
  const reader = await startConnectionThread({ ...shared, role: 'reader' }).catch(async (cause: unknown) => {
    await writer.close()
    throw cause
  })
  const queue = new WriteQueue((calls) => writer.run(calls))
  const opened = new Set(stores.map(({ name }) => name))
  let closing: Promise<void> | undefined

  async function close(): Promise<void> {
    await queue.close()
    await reader.close()
    await writer.close()
  }

  return {
    bind(store) {
      if (!opened.has(store.name)) throw new Error(`The store "${store.name}" was not given to openDatabase.`)
      return {
        write: bindJobs(store.writes, (job, payload) => queue.write({ store: store.name, job, payload })),
        read: bindJobs(store.reads, (job, payload) => {
          if (closing !== undefined) return Promise.reject(new StorageError('storage-closed'))
          return readOnce(reader, store.name, job, payload)
        }),
      }
    },
    close: () => (closing ??= close()),
  }
}

async function readOnce(
  reader: ConnectionThread,
  store: string,
  job: string,
  payload: unknown,
): Promise<unknown> {
  const [outcome] = await reader.run([{ store, job, payload }])
  return new Promise((resolve, reject) => settle(outcome, resolve, reject))
}

function bindJobs<J extends Jobs>(
  jobs: J,
  call: (job: string, payload: unknown) => Promise<unknown>,
): Bound<J> {
  const bound = Object.keys(jobs).map((job) => [job, (payload: unknown) => call(job, payload)])
  return Object.fromEntries(bound) as Bound<J>
}
