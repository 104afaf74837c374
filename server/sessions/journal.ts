/** The session log store. Every method throws `StorageError` when the medium fails. */
export type Journal = {
  /** The identical session again is ok. */
  create(session: NewSession): Promise<CreateOutcome>
  /**
   * Log entries, the statements they gave rise to, the checkpoint and the end in one durable transaction. Entries already
   * known must be identical and are then skipped; calls for one session keep their order.
   */
  append(append: Append): Promise<AppendOutcome>
  /** Entries in order, from number `fromN`. */
  read(session: string, fromN?: number): Promise<Entry[]>
  /** The latest state snapshot. */
  checkpoint(session: string): Promise<Checkpoint | undefined>
  session(id: string): Promise<SessionRow | undefined>
  /** Sessions that have not ended, oldest first: what a restarted server takes up again. */
  unfinished(): Promise<SessionRow[]>
  /** Those begun and those joined, newest first. */
  listByPerson(person: string): Promise<SessionRow[]>
}

export type NewSession = {
  /** UUID. */
  readonly id: string
  readonly scenario: { readonly id: string; readonly version: string }
  readonly mode: string
  /** xAPI registration, UUID. */
  readonly registration: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Canonical JSON of the log's head: hashes, seed and engine version, exactly as the chain hashes them. */
  readonly head: string
  /** Who began it. */
  readonly host: string
  /** Who takes part, in order of arrival. Pseudonymous UUIDs. */
  readonly persons: readonly string[]
}

/** The outcome of a session that cannot be rebuilt from its log; no document can name one so. Its log has no end. */
export const BROKEN = 'sightline:broken'
export type SessionEnd = { readonly at: number; readonly outcome: string }
export type SessionRow = NewSession &
  ({ readonly status: 'open' } | { readonly status: 'ended'; readonly ended: SessionEnd })

/** `n` counts from 0 without gaps; `bytes` is canonical JSON, returned exactly as given. */
export type Entry = { readonly n: number; readonly hash: string; readonly bytes: string }
export type Checkpoint = { readonly n: number; readonly state: string }
/** A statement exactly as it will be sent; an id that is known keeps its first bytes. */
export type OutgoingStatement = { readonly id: string; readonly bytes: string }

export type Append = {
  readonly session: string
  readonly entries: readonly Entry[]
  readonly statements: readonly OutgoingStatement[]
  readonly checkpoint?: Checkpoint
  readonly ended?: SessionEnd
  /** Persons who came later. */
  readonly joined?: readonly string[]
}

export type CreateOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: 'exists' }
export type AppendOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'unknown-session' | 'ended' }
  /** `n`: the number that was expected (gap) or that holds another entry (conflict). */
  | { readonly ok: false; readonly reason: 'gap' | 'conflict'; readonly n: number }
