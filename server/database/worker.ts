/** The thread that owns a connection: `writer` commits groups, `reader` answers each question on one snapshot. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

import type { Jobs, Store } from './define-store.ts'
import { migrate } from './migrate.ts'
import type { ConnectionOptions } from './open-connection.ts'
import { openConnection } from './open-connection.ts'
import type { Outcome, Task } from './run-group.ts'
import { failure, runGroup } from './run-group.ts'

export type WorkerSetup = ConnectionOptions & {
  readonly file: string
  readonly stores: readonly { readonly name: string; readonly module: string }[]
}
export type Call = { readonly store: string; readonly job: string; readonly payload: unknown }
export type ToWorker = { readonly kind: 'run'; readonly calls: readonly Call[] } | { readonly kind: 'close' }
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly Outcome[] }

const setup: WorkerSetup = workerData
const port = parentPort
if (port === null) throw new Error('worker.ts runs in a worker thread only.')

const stores = new Map<string, Store>()
for (const { name, module } of setup.stores) stores.set(name, await importStore(name, module))
const db = openConnection(setup.file, setup)
if (setup.role === 'writer') migrate(db, [...stores.values()])

port.on('message', (message: ToWorker) => {
  if (message.kind === 'close') return close()
  const tasks = message.calls.map(taskOf)
  const outcomes = setup.role === 'writer' ? runGroup(db, tasks) : tasks.map(readOnce)
  port.postMessage({ kind: 'outcomes', outcomes } satisfies FromWorker)
})
port.postMessage({ kind: 'ready' } satisfies FromWorker)

async function importStore(name: string, module: string): Promise<Store> {
  const exported: Record<string, unknown> = await import(module)
  const store = Object.values(exported).find((value) => isStore(value) && value.name === name)
  if (store === undefined) throw new Error(`${module} does not export the store "${name}".`)
  return store as Store
}

function isStore(value: unknown): value is Store {
  return (
    typeof value === 'object' &&
    value !== null &&
    'migrations' in value &&
    'writes' in value &&
    'name' in value
  )
}

function taskOf({ store, job, payload }: Call): Task {
  const jobs: Jobs | undefined = stores.get(store)?.[setup.role === 'writer' ? 'writes' : 'reads']
  return (connection) => {
    const run = jobs?.[job]
    if (run === undefined) throw new Error(`No ${setup.role} job "${store}.${job}".`)
    return run(connection, payload)
  }
}

function readOnce(task: Task): Outcome {
  try {
    db.exec('BEGIN')
    return { ok: true, value: task(db) }
  } catch (error) {
    return failure(error)
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

function close(): void {
  closeConnection(db)
  port?.close()
}

function closeConnection(connection: DatabaseSync): void {
  if (setup.role === 'writer') connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
}
