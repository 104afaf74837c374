import type { Commit } from './commit-queue.ts'
import type { Rules, TickResult } from './rules.ts'

export type CommitContext = {
  readonly rules: Rules
  /** Of the end, if this tick brought it. */
  readonly nowMs: number
  /** Persons the journal knows already; those who came with this tick are added. */
  readonly known: Set<string>
  readonly release: () => void
}

/** What one tick has to make durable. */
export function commitOf(
  { entry, events }: TickResult,
  { rules, nowMs, known, release }: CommitContext,
): Commit {
  const end = events.find((event) => event.type === 'ended')
  const joined = events.flatMap((event) =>
    event.type === 'joined' && event.bot !== true && !known.has(event.actor) ? [event.actor] : [],
  )
  for (const person of joined) known.add(person)
  return {
    entries: entry === null ? [] : [{ n: entry.n, hash: entry.hash, bytes: rules.entryBytes(entry) }],
    statements: rules.statements(events),
    ...(entry?.stateHash === undefined ? {} : { checkpoint: { n: entry.n, state: rules.snapshot() } }),
    ...(end === undefined ? {} : { ended: { at: nowMs, outcome: end.outcome } }),
    ...(joined.length === 0 ? {} : { joined }),
    release,
  }
}
