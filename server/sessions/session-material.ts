import type { LoadedScenario, Scenarios } from '#server/scenarios/scenarios.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Compiled } from '#shared/procedure/compiled.ts'
import { compile } from '#shared/procedure/compile.ts'
import type { Scenario } from '#shared/scenario/scenario.ts'
import type { Workplace } from '#shared/scenario/workplace.ts'
import type { LogHead } from '#shared/session/log.ts'
import { ENGINE_VERSION } from '#shared/procedure/advance.ts'
import type { SessionRow } from './journal.ts'

/** The documents a session began with, compiled, and the head of its log that pins them. */
export type SessionMaterial = {
  readonly head: LogHead
  readonly compiled: Compiled
  readonly scenario: Scenario
  readonly workplace: Workplace
}

export type NewHead = {
  readonly id: string
  readonly registration: string
  readonly mode: string
  readonly createdAt: number
  readonly seed: number
  readonly loaded: LoadedScenario
}

export function createHead({ id, registration, mode, createdAt, seed, loaded }: NewHead): LogHead {
  const { scenario, hash, workplaceHash, assetHashes } = loaded
  return {
    session: id,
    scenario: { id: scenario.id, version: scenario.version, hash },
    workplaceHash,
    assetHashes,
    engineVersion: ENGINE_VERSION,
    seed,
    mode: mode as LogHead['mode'],
    createdAt,
    registration,
    revision: 0,
  }
}

export const headBytes = (head: LogHead): string => canonicalJson(head)

/** @throws when the documents of the session are gone or are not those it began with: going on under others would be another run */
export async function loadMaterial(row: SessionRow, scenarios: Scenarios): Promise<SessionMaterial> {
  const head = JSON.parse(row.head) as LogHead
  const loaded = await scenarios.load(row.scenario.id, row.scenario.version)
  if (loaded === undefined)
    throw new Error(
      `Scenario ${row.scenario.id} ${row.scenario.version} of session ${row.id} is no longer installed.`,
    )
  if (loaded.hash !== head.scenario.hash || loaded.workplaceHash !== head.workplaceHash) {
    throw new Error(
      `Scenario ${row.scenario.id} ${row.scenario.version} has changed since session ${row.id} began.`,
    )
  }
  const { scenario, workplace } = loaded
  return { head, scenario, workplace, compiled: compile(scenario, workplace) }
}
