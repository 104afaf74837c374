import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/database/database.ts'
import { memoryGuests } from './adapters/memory-guests.fixture.ts'
import { guestsStore, sqliteGuests } from './adapters/sqlite-guests.ts'
import { guestsContract } from './guests.contract.ts'

guestsContract('guests in SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sightline-guests-'))
  const database = await openDatabase({ directory, stores: [guestsStore] })
  return {
    store: sqliteGuests(database),
    async close() {
      await database.close()
      await rm(directory, { recursive: true })
    },
  }
})
guestsContract('guests in memory', async () => ({ store: memoryGuests(), close: async () => {} }))
