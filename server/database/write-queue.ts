import type { Outcome } from './run-group.ts'
import { StorageError } from './storage-error.ts'
import type { Call } from './worker.ts'

const MAX_GROUP = 256
const MAX_WAITING = 20_000

type Waiting = { readonly call: Call; resolve(value: unknown): void; reject(error: unknown): void }

/** Group commit: whatever is asked for while one group commits becomes the next group. Order is kept. */
export class WriteQueue {
  readonly #commit: (calls: readonly Call[]) => Promise<readonly Outcome[]>
  readonly #waiting: Waiting[] = []
  #pump: Promise<void> | undefined
  #closed = false

  constructor(commit: (calls: readonly Call[]) => Promise<readonly Outcome[]>) {
    this.#commit = commit
  }

  write(call: Call): Promise<unknown> {
    if (this.#closed) return Promise.reject(new StorageError('storage-closed'))
    if (this.#waiting.length >= MAX_WAITING) return Promise.reject(new StorageError('storage-busy'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject })
      this.#pump ??= this.#run()
    })
  }

  /** Refuses what comes later and resolves when everything accepted before is answered. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#pump
  }

  async #run(): Promise<void> {
    await Promise.resolve() // the rest of this turn's writes join the first group
    while (this.#waiting.length > 0) await this.#commitGroup(this.#waiting.splice(0, MAX_GROUP))
    this.#pump = undefined
  }

  async #commitGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ call }) => call))
      for (const [index, { resolve, reject }] of group.entries()) settle(outcomes[index], resolve, reject)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}

/** An outcome becomes the promise's end: a storage reason as `StorageError`, a job's own throw as it was. */
export function settle(
  outcome: Outcome | undefined,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): void {
  if (outcome === undefined)
    reject(new StorageError('storage-fault', { cause: new Error('No outcome for this job.') }))
  else if (outcome.ok) resolve(outcome.value)
  else if (outcome.reason === undefined) reject(outcome.error)
  else reject(new StorageError(outcome.reason, { cause: outcome.error }))
}
