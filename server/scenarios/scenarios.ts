import type { Finding } from '#shared/scenario/finding.ts'
import type { Scenario } from '#shared/scenario/scenario.ts'
import type { Workplace } from '#shared/scenario/workplace.ts'

/** A scenario that can be run, with the world it stands in and what pins both. */
export interface LoadedScenario {
  readonly scenario: Scenario
  readonly workplace: Workplace
  /** Content hash over scenario, workplace and assets. */
  readonly hash: string
  readonly workplaceHash: string
  /** Asset id → SHA-256. */
  readonly assetHashes: Record<string, string>
}

/** What was found wrong with a document; one that has an `error` is not among the runnable. */
export interface CheckedScenario {
  readonly id: string
  readonly findings: readonly Finding[]
  readonly loaded: LoadedScenario | undefined
}

/** Where scenarios come from. Faults of the medium are thrown; a bad document never hides the good ones. */
export interface Scenarios {
  /** Those that can be run, by id. */
  list(): Promise<{ readonly id: string; readonly version: string }[]>
  /** The scenario in its newest version or in just that one; undefined when there is none that can be run. */
  load(id: string, version?: string): Promise<LoadedScenario | undefined>
  /** Every scenario there is, also those that cannot be run, by id. */
  check(): Promise<CheckedScenario[]>
}
