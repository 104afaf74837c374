import { backOffMs } from './back-off.ts'
import type { Outbox, OutboxCounts, Verdict } from './outbox.ts'
import type { RecordStoreClient, SendOutcome } from './record-store-client.ts'

const BATCH = 50
const SESSIONS_AT_ONCE = 4
const IDLE_MS = 5_000
const STOP_WITHIN_MS = 10_000

export type DelivererOptions = {
  readonly outbox: Outbox
  readonly client: RecordStoreClient
  /** In [0, 1): spreads the retries of many servers. */
  readonly random: () => number
  /** Runs `then` after `ms` unless the returned function is called first. */
  readonly later?: (ms: number, then: () => void) => () => void
  readonly onProblem?: (problem: string) => void
}

export type Deliverer = {
  /** There is something new: do not wait for the next look. */
  nudge(): void
  /** Sends for at most 10 s what can be sent without waiting, leaves the rest in the outbox, and ends. */
  stop(): Promise<void>
  status(): Promise<DelivererStatus>
}

export type DelivererStatus = OutboxCounts & { readonly failures: number; readonly lastProblem?: string }

/**
 * Carries the outbox to the record store: each session in order, at least once, several sessions side by side. What is on
 * its way is known to the outbox alone, so a killed process resumes by sending again what was not settled.
 */
export function startDeliverer({
  outbox,
  client,
  random,
  later = afterTimeout,
  onProblem,
}: DelivererOptions): Deliverer {
  let failures = 0
  let lastProblem: string | undefined
  let stopping = false
  let outOfTime = false
  let nudged = false
  let wake: (() => void) | undefined

  /** Until the time is over or `wake` is called. */
  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = later(ms, () => wake?.())
      wake = () => {
        cancel()
        wake = undefined
        resolve()
      }
    })
  }

  function note(problem: string): void {
    lastProblem = problem
    onProblem?.(problem)
  }

  /** One batch of one session. Says why when the store must be left alone for a while. */
  async function deliverBatch(session: string): Promise<Retry | undefined> {
    const outcome = await client.send(await outbox.waiting(session, BATCH))
    if (outcome.kind === 'retry') return outcome
    await outbox.settle(verdictsOf(outcome))
    for (const { id, reason } of outcome.dead) note(`Statement ${id} was refused for good: ${reason}`)
    return outcome.retry
  }

  /** A round over all waiting sessions. Returns how long to wait before the next; 0 when there may be more. */
  async function round(): Promise<number> {
    const sessions = await outbox.sessions(SESSIONS_AT_ONCE)
    if (sessions.length === 0) return IDLE_MS
    const retries = (await Promise.all(sessions.map(deliverBatch))).filter((retry) => retry !== undefined)
    const [first] = retries
    if (first === undefined) {
      failures = 0
      return 0
    }
    failures += 1
    note(`The record store did not take statements (attempt ${failures}): ${first.reason}`)
    return Math.max(backOffMs(failures, random()), ...retries.map(({ afterMs = 0 }) => afterMs))
  }

  async function roundOrWait(): Promise<number> {
    try {
      return await round()
    } catch (error) {
      failures += 1
      note(
        `Statements cannot be read from the outbox: ${error instanceof Error ? error.message : String(error)}`,
      )
      return backOffMs(failures, random())
    }
  }

  async function run(): Promise<void> {
    for (;;) {
      nudged = false
      const waitMs = await roundOrWait()
      if (waitMs === 0 && !outOfTime) continue
      if (stopping) return
      // New statements end idling, but never a back-off.
      if (nudged && failures === 0) continue
      await rest(waitMs)
    }
  }

  const ended = run()
  return {
    nudge() {
      nudged = true
      if (failures === 0) wake?.()
    },
    async stop() {
      stopping = true
      const cancel = later(STOP_WITHIN_MS, () => void (outOfTime = true))
      wake?.()
      await ended
      cancel()
    },
    async status() {
      return { ...(await outbox.counts()), failures, ...(lastProblem === undefined ? {} : { lastProblem }) }
    },
  }
}

type Retry = Extract<SendOutcome, { kind: 'retry' }>

function verdictsOf({ delivered, dead }: Extract<SendOutcome, { kind: 'mixed' }>): Verdict[] {
  return [
    ...delivered.map((id) => ({ id, state: 'delivered' as const })),
    ...dead.map(({ id, reason }) => ({ id, state: 'dead' as const, reason })),
  ]
}

function afterTimeout(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}
