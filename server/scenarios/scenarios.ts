import type { Scenario } from '#shared/scenario/scenario.ts'
import type { Workplace } from '#shared/scenario/workplace.ts'

/** A published version with all that a session pins. */
export interface LoadedScenario {
  readonly scenario: Scenario
  readonly workplace: Workplace
  /** Content hash: SHA-256 over the document, its workplace's hash and all asset hashes. */
  readonly hash: string
  readonly workplaceHash: string
  /** Asset id → SHA-256. */
  readonly assetHashes: Record<string, string>
}

/** The scenarios that can be trained. */
export interface Scenarios {
  list(): Promise<{ readonly id: string; readonly version: string }[]>
  /** The newest version, or the one named; undefined when there is none. */
  load(id: string, version?: string): Promise<LoadedScenario | undefined>
}
