import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { pinnedScenariosStore, sqlitePinnedScenarios } from '../scenarios/adapters/sqlite-pinned-scenarios.ts'
import type { LoadedScenario } from '../scenarios/scenarios.ts'
import type { LogEntry, LogHead } from '#shared/session/log.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/database.ts'
import type { SessionRow } from '../sessions/journal.ts'
import { journalStore, sqliteJournal } from '../sessions/adapters/sqlite-journal.ts'
import { UsageError } from './command.ts'

export interface StoredSession {
  readonly row: SessionRow
  readonly head: LogHead
  readonly entries: readonly LogEntry[]
  /** The documents it began with; undefined when they were not kept. */
  readonly documents: LoadedScenario | undefined
}

/**
 * A session as its log stands in the data folder; a server may be running on it.
 * @throws {UsageError} when there is no such folder or session
 */
export async function openSession(session: string, data: string | undefined): Promise<StoredSession> {
  const dataFolder = readConfig(data === undefined ? [] : ['--data', data], process.env).SIGHTLINE_DATA
  // Opening would make an empty one.
  if (!(await exists(join(dataFolder, 'sightline.sqlite'))))
    throw new UsageError(`there are no sessions in ${dataFolder}; name the data folder with --data`)
  const database = await openDatabase({ directory: dataFolder, stores: [journalStore, pinnedScenariosStore] })
  try {
    const journal = sqliteJournal(database)
    const row = await journal.session(session)
    if (row === undefined)
      throw new UsageError(
        `unknown session '${session}' in ${dataFolder}; a session is a UUID, as in the address of its debrief`,
      )
    const entries = (await journal.read(session)).map(({ bytes }) => JSON.parse(bytes) as LogEntry)
    const head = JSON.parse(row.head) as LogHead
    const documents = await sqlitePinnedScenarios(database).find(head.scenario.hash)
    return { row, head, entries, documents }
  } finally {
    await database.close()
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
