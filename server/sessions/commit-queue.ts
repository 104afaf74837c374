import { StorageError } from '#server/database/storage-error.ts'
import type { Clock } from './clock.ts'
import type { Append, Entry, Journal, OutgoingStatement } from './journal.ts'

/** What one tick has to make durable, and what may happen only then. */
export type Commit = {
  readonly entries: readonly Entry[]
  readonly statements: readonly OutgoingStatement[]
  readonly checkpoint?: NonNullable<Append['checkpoint']>
  readonly ended?: NonNullable<Append['ended']>
  readonly joined?: readonly string[]
  /** Acknowledgements, views, cues, public world. */
  readonly release: () => void
}

export type CommitQueueOptions = {
  readonly session: string
  readonly journal: Pick<Journal, 'append'>
  readonly clock: Clock
  /** The store cannot keep it now; the queue goes on trying. Called once until `onRecovered`. */
  onStalled(error: StorageError): void
  onRecovered(): void
  /** The store contradicts us: this session cannot go on. */
  onBroken(error: Error): void
}

const RETRY_MS = 1000

/**
 * Makes commits durable in order, one append under way at a time; what comes meanwhile goes into the next one together.
 * Nobody waits here: the session ticks on while a disk is slow, and `release` runs when the disk has answered.
 */
export class CommitQueue {
  readonly #options: CommitQueueOptions
  #waiting: Commit[] = []
  #working: Promise<void> | undefined
  #stalled = false
  #closed = false
  #retryNow: () => void = () => {}

  constructor(options: CommitQueueOptions) {
    this.#options = options
  }

  /** Commits not yet released, at most: those under way and those waiting. */
  get depth(): number {
    return this.#waiting.length
  }

  get stalled(): boolean {
    return this.#stalled
  }

  push(commit: Commit): void {
    if (this.#closed) return
    this.#waiting.push(commit)
    if (this.#working === undefined) this.#work()
  }

  /** Stores and releases nothing more; an append under way is left to its end. */
  close(): void {
    this.#closed = true
    this.#retryNow()
  }

  /** Resolves when all that was pushed is durable and released, or the queue has closed and its last append is answered. */
  async idle(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  #work(): void {
    // Nothing to store and nothing before it: no need to wait for a disk.
    while (this.#waiting[0] !== undefined && isEmpty(this.#waiting[0])) this.#release(this.#waiting.shift())
    if (this.#waiting.length === 0) return
    this.#working = this.#appendAll().finally(() => {
      this.#working = undefined
      if (this.#waiting.length > 0 && !this.#closed) this.#work()
    })
  }

  async #appendAll(): Promise<void> {
    const batch = [...this.#waiting]
    if (!(await this.#append(merge(this.#options.session, batch)))) return
    if (this.#closed) return
    this.#waiting = this.#waiting.slice(batch.length)
    if (this.#stalled) {
      this.#stalled = false
      this.#options.onRecovered()
    }
    for (const commit of batch) this.#release(commit)
  }

  /** What is durable is durable: a fault in telling it ends the session here, not the process. */
  #release(commit: Commit | undefined): void {
    if (this.#closed) return
    try {
      commit?.release()
    } catch (error) {
      this.#closed = true
      this.#options.onBroken(error instanceof Error ? error : new Error(String(error)))
    }
  }

  /** Identical entries again are no harm to the journal, so a failure that left them stored is retried like any other. */
  async #append(append: Append): Promise<boolean> {
    const { journal, onStalled, onBroken } = this.#options
    for (;;) {
      try {
        const outcome = await journal.append(append)
        if (outcome.ok) return true
        this.#closed = true
        onBroken(new Error(`The journal refused entries of session ${append.session}: ${outcome.reason}.`))
        return false
      } catch (error) {
        if (!(error instanceof StorageError) || error.reason === 'storage-closed') {
          this.#closed = true
          onBroken(error instanceof Error ? error : new Error(String(error)))
          return false
        }
        if (!this.#stalled) {
          this.#stalled = true
          onStalled(error)
        }
        if (this.#closed) return false
        await this.#waitToRetry()
        if (this.#closed) return false
      }
    }
  }

  #waitToRetry(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(RETRY_MS, resolve)
      this.#retryNow = () => (cancel(), resolve())
    })
  }
}

function isEmpty({ entries, statements, checkpoint, ended, joined }: Commit): boolean {
  return (
    entries.length === 0 &&
    statements.length === 0 &&
    checkpoint === undefined &&
    ended === undefined &&
    joined === undefined
  )
}

function merge(session: string, commits: readonly Commit[]): Append {
  const checkpoint = commits.findLast((commit) => commit.checkpoint !== undefined)?.checkpoint
  const ended = commits.findLast((commit) => commit.ended !== undefined)?.ended
  const joined = commits.flatMap((commit) => commit.joined ?? [])
  return {
    session,
    entries: commits.flatMap(({ entries }) => entries),
    statements: commits.flatMap(({ statements }) => statements),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(ended === undefined ? {} : { ended }),
    ...(joined.length === 0 ? {} : { joined }),
  }
}
