import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/database/database.ts'
import { memoryPeople } from './adapters/memory-people.fixture.ts'
import { peopleStore, sqlitePeople } from './adapters/sqlite-people.ts'
import { peopleContract } from './people.contract.ts'

peopleContract('people in memory', async () => ({ store: memoryPeople(), close: async () => {} }))

peopleContract('people in SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sightline-people-'))
  const database = await openDatabase({ directory, stores: [peopleStore] })
  return {
    store: sqlitePeople(database),
    async close() {
      await database.close()
      await rm(directory, { recursive: true })
    },
  }
})
