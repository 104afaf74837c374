/** Where statements are kept. Every method throws `StorageError` when the medium fails. */
export type StatementStore = {
  /**
   * All or nothing, durable when resolved. A known id with the same content is skipped; with other content the whole
   * batch is refused. Voiding and references to other statements are worked out here, whichever comes first.
   */
  insert(records: readonly StatementRecord[]): Promise<InsertOutcome>
  /** By id, voided or not. */
  find(id: string): Promise<FoundStatement | undefined>
  /** Without voided ones, in the order of arrival. */
  list(query: StatementQuery): Promise<StatementPage>
  /** Epoch milliseconds up to which every stored statement can be read (X-Experience-API-Consistent-Through). */
  consistentThrough(): number
}

/** A statement ready to be kept; `body` is the JSON that is given out. */
export type StatementRecord = {
  /** Lower case. */
  readonly id: string
  readonly storedMs: number
  readonly body: string
  /** What it can be found by: see `statement-terms.ts`. */
  readonly terms: readonly string[]
  /** Id of the statement that is its object, lower case. */
  readonly refersTo?: string
  readonly voids: boolean
}

export type InsertOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'conflict'; readonly id: string }
export type FoundStatement = { readonly body: string; readonly storedMs: number; readonly voided: boolean }

export type StatementQuery = {
  /** A statement, or one it refers to, must have them all. The most selective first. */
  readonly terms: readonly string[]
  /** Exclusive. */
  readonly sinceMs?: number
  /** Inclusive. */
  readonly untilMs?: number
  readonly ascending: boolean
  readonly limit: number
  /** A page ends early when it is about to exceed this, but never empty. */
  readonly maxBytes: number
  /** `next` of the page before. */
  readonly after?: number
}

export type StatementPage = { readonly bodies: readonly string[]; readonly next?: number }
