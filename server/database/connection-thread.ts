import { Worker } from 'node:worker_threads'

import type { Outcome } from './run-group.ts'
import { StorageError } from './storage-error.ts'
import type { Call, FromWorker, ToWorker, WorkerSetup } from './worker.ts'

/** A connection on its own thread; one exchange at a time, in order. */
export type ConnectionThread = {
  run(calls: readonly Call[]): Promise<readonly Outcome[]>
  close(): Promise<void>
}

type Waiting = { resolve(outcomes: readonly Outcome[]): void; reject(error: Error): void }

/** Starts the thread and waits until its connection is open (and, for the writer, migrated). Throws what stopped it. */
export async function startConnectionThread(setup: WorkerSetup): Promise<ConnectionThread> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: setup })
  const waiting: Waiting[] = []
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let death: StorageError | undefined

  function die(cause: unknown): void {
    death ??= new StorageError('storage-fault', { cause })
    for (const exchange of waiting.splice(0)) exchange.reject(death)
  }

  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  worker.on('error', die)
  worker.once('exit', () => die(new Error('The database thread has ended.')))
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'outcomes') waiting.shift()?.resolve(message.outcomes)
  })

  const send = (message: ToWorker): void => worker.postMessage(message)
  return {
    run(calls) {
      return new Promise((resolve, reject) => {
        if (death !== undefined) return reject(death)
        send({ kind: 'run', calls })
        waiting.push({ resolve, reject })
      })
    },
    async close() {
      if (death === undefined) send({ kind: 'close' })
      await exited
    },
  }
}
