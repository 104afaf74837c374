import type { DatabaseSync } from 'node:sqlite'
import type { Database } from '#server/database/database.ts'
import { defineStore } from '#server/database/define-store.ts'
import { prepared } from '#server/database/prepared.ts'
import { assetHashes } from '#shared/scenario/content-hash.ts'
import { parseScenario, parseWorkplace } from '#shared/scenario/parse-document.ts'
import type { PinnedScenarios } from '../pinned-scenarios.ts'
import type { LoadedScenario } from '../scenarios.ts'

type Row = { hash: string; workplaceHash: string; scenario: string; workplace: string }

export const pinnedScenariosStore = defineStore({
  name: 'pinned-scenarios',
  module: import.meta.url,
  migrations: [
    {
      name: 'pinned-scenarios',
      sql: 'CREATE TABLE pinned_scenario (hash TEXT PRIMARY KEY, workplace_hash TEXT NOT NULL, scenario TEXT NOT NULL, workplace TEXT NOT NULL) STRICT;',
    },
  ],
  writes: {
    pin(db: DatabaseSync, { hash, workplaceHash, scenario, workplace }: Row): void {
      prepared(db, 'INSERT INTO pinned_scenario VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
        hash,
        workplaceHash,
        scenario,
        workplace,
      )
    },
  },
  reads: {
    find(db: DatabaseSync, hash: string): Row | undefined {
      return prepared(
        db,
        'SELECT hash, workplace_hash AS workplaceHash, scenario, workplace FROM pinned_scenario WHERE hash = ?',
      ).get(hash) as Row | undefined
    },
  },
})

export function sqlitePinnedScenarios(database: Database): PinnedScenarios {
  const { write, read } = database.bind(pinnedScenariosStore)
  /** Documents never change under their hash, so each is written and read once. */
  const known = new Map<string, LoadedScenario>()
  return {
    async pin(loaded) {
      const { hash, workplaceHash, scenario, workplace } = loaded
      if (known.has(hash)) return
      await write.pin({
        hash,
        workplaceHash,
        scenario: JSON.stringify(scenario),
        workplace: JSON.stringify(workplace),
      })
      known.set(hash, loaded)
    },
    async find(hash) {
      const before = known.get(hash)
      if (before !== undefined) return before
      const row = await read.find(hash)
      if (row === undefined) return undefined
      const loaded = loadRow(row)
      known.set(hash, loaded)
      return loaded
    },
  }
}

/** @throws when today's schema cannot read what was sound when it was kept: a migration is missing */
function loadRow({
  hash,
  workplaceHash,
  scenario: scenarioText,
  workplace: workplaceText,
}: Row): LoadedScenario {
  const scenario = parseScenario(scenarioText)
  const workplace = parseWorkplace(workplaceText)
  if (!scenario.ok || !workplace.ok)
    throw new Error(`The documents kept as ${hash} cannot be read by this version.`)
  return {
    scenario: scenario.value,
    workplace: workplace.value,
    hash,
    workplaceHash,
    assetHashes: assetHashes(workplace.value),
  }
}
