import type { Scenarios } from '#server/scenarios/scenarios.ts'
import { compile } from '#shared/procedure/compile.ts'
import type { Debrief } from '#shared/session/debrief.ts'
import { debrief } from '#shared/session/debrief.ts'
import type { LogEntry } from '#shared/session/log.ts'
import type { Journal, SessionRow } from './journal.ts'

/**
 * The debrief of an ended session, read from the events in its log: they are never derived anew. Undefined when the
 * document that has the texts is no longer installed.
 */
export async function debriefOf(
  row: SessionRow,
  scenarios: Scenarios,
  journal: Journal,
): Promise<Debrief | undefined> {
  const loaded = await scenarios.load(row.scenario.id, row.scenario.version)
  if (loaded === undefined) return undefined
  const entries = (await journal.read(row.id)).map(({ bytes }) => JSON.parse(bytes) as LogEntry)
  const made = debrief(
    compile(loaded.scenario, loaded.workplace),
    { session: row.id, mode: row.mode, createdAt: row.createdAt },
    entries.flatMap(({ events }) => events),
  )
  if (made === undefined) throw new Error(`Session ${row.id} is ended, but its log has no end.`)
  return made
}
