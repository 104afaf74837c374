import type { DatabaseSync } from 'node:sqlite'

/** One forward step of a store's tables. Never edit a shipped one: add the next. */
export type Migration = { readonly name: string; readonly sql: string }

/** Runs inside the worker, inside a transaction. Payload and result must be structured-cloneable. */
// oxlint-disable-next-line typescript/no-explicit-any -- the payload's type is the job's own; `bind` infers it
export type Job = (db: DatabaseSync, payload: any) => unknown
export type Jobs = Readonly<Record<string, Job>>

export type Store<W extends Jobs = Jobs, R extends Jobs = Jobs> = {
  readonly name: string
  /** `import.meta.url` of the defining file: the workers import it by this address. */
  readonly module: string
  readonly migrations: readonly Migration[]
  readonly writes: W
  readonly reads: R
}

/**
 * Declares the tables of one store and the jobs that may touch them.
 *
 * @example
 * export const peopleStore = defineStore({
 *   name: 'people', module: import.meta.url,
 *   migrations: [{ name: 'person', sql: 'CREATE TABLE person (id TEXT PRIMARY KEY, label TEXT NOT NULL) STRICT' }],
 *   writes: { add(db, { id, label }: { id: string; label: string }) { … } },
 *   reads: { label(db, id: string): string | undefined { … } },
 * })
 */
export function defineStore<W extends Jobs, R extends Jobs>(store: Store<W, R>): Store<W, R> {
  return store
}

/** The jobs of a store as the main thread calls them. */
export type Bound<J extends Jobs> = {
  readonly [K in keyof J]: (...payload: PayloadOf<J[K]>) => Promise<ReturnType<J[K]>>
}

type PayloadOf<J extends Job> = Parameters<J> extends [DatabaseSync, infer P] ? [payload: P] : []
