import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '#server/database/database.ts'
import { folderScenarios } from './folder-scenarios.ts'
import { pinnedScenariosStore, sqlitePinnedScenarios } from './sqlite-pinned-scenarios.ts'

let directory: string
let database: Database
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sightline-pinned-'))
  database = await openDatabase({ directory, stores: [pinnedScenariosStore] })
})
afterEach(async () => {
  await database.close()
  await rm(directory, { recursive: true })
})

async function reopen(): Promise<void> {
  await database.close()
  database = await openDatabase({ directory, stores: [pinnedScenariosStore] })
}

test('SRC-20 documents come back as they were, also in a later process', async () => {
  const loaded = await folderScenarios(join(import.meta.dirname, '../../../scenes')).load(
    'portable-extinguisher',
  )
  if (loaded === undefined) throw new Error('the shipped scenario does not load')
  await sqlitePinnedScenarios(database).pin(loaded)
  await sqlitePinnedScenarios(database).pin(loaded)
  await reopen()
  expect(await sqlitePinnedScenarios(database).find(loaded.hash)).toEqual(loaded)
})

test('SRC-21 what was never kept is not there', async () => {
  expect(await sqlitePinnedScenarios(database).find('0'.repeat(64))).toBeUndefined()
})
