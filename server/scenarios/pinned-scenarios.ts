import type { LoadedScenario } from './scenarios.ts'

/** The documents that sessions began with, by content hash: what is installed may change, a session's own never does. */
export interface PinnedScenarios {
  /** Keeps the documents; the same ones again change nothing. Durable when resolved. */
  pin(loaded: LoadedScenario): Promise<void>
  /** The documents with that content hash, in today's schema; undefined when they were never kept. */
  find(hash: string): Promise<LoadedScenario | undefined>
}
