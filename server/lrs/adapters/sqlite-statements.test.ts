import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openDatabase } from '#server/database/database.ts'

import { describeStatementStore } from '../statement-store.contract.ts'
import { sqliteStatements, statementStoreTables } from './sqlite-statements.ts'

describeStatementStore(async (nowMs) => {
  const directory = await mkdtemp(join(tmpdir(), 'sightline-statements-'))
  const database = await openDatabase({ directory, stores: [statementStoreTables] })
  return {
    store: sqliteStatements(database, nowMs),
    async close() {
      await database.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
})
