import type { OutgoingStatement } from '#server/sessions/journal.ts'

/**
 * Statements on their way to the record store. They are put in by the journal, in the transaction that appends the log
 * entries they come from. Every method throws `StorageError` when the medium fails.
 */
export type Outbox = {
  /** Sessions that have waiting statements, the longest waiting first. */
  sessions(limit: number): Promise<string[]>
  /** Waiting statements of a session in the order they were written. */
  waiting(session: string, limit: number): Promise<OutgoingStatement[]>
  settle(verdicts: readonly Verdict[]): Promise<void>
  deadLetters(limit: number): Promise<DeadLetter[]>
  /** Puts dead letters back in line (the operator has mended the cause). Returns how many. */
  revive(ids: readonly string[]): Promise<number>
  counts(): Promise<OutboxCounts>
}

export type Verdict =
  | { readonly id: string; readonly state: 'delivered' }
  | { readonly id: string; readonly state: 'dead'; readonly reason: string }

export type DeadLetter = OutgoingStatement & { readonly session: string; readonly reason: string }
export type OutboxCounts = { readonly waiting: number; readonly dead: number }
