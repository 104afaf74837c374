import type { PinnedScenarios } from '#server/scenarios/pinned-scenarios.ts'
import type { LoadedScenario } from '#server/scenarios/scenarios.ts'
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

/** @throws when the documents of the session were not kept: going on under others would be another run */
export async function loadMaterial(row: SessionRow, pinned: PinnedScenarios): Promise<SessionMaterial> {
  const head = JSON.parse(row.head) as LogHead
  const loaded = await pinned.find(head.scenario.hash)
  if (loaded === undefined) throw new Error(`The documents that session ${row.id} began with are not here.`)
  const { scenario, workplace } = loaded
  return { head, scenario, workplace, compiled: compiledOf(loaded) }
}

/** Compiled documents are shared by every session that runs them. */
const compiledByDocuments = new WeakMap<LoadedScenario, Compiled>()

function compiledOf(loaded: LoadedScenario): Compiled {
  const known = compiledByDocuments.get(loaded) ?? compile(loaded.scenario, loaded.workplace)
  compiledByDocuments.set(loaded, known)
  return known
}
