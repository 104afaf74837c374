import type { PinnedScenarios } from '#server/scenarios/pinned-scenarios.ts'
import type { Debrief } from '#shared/session/debrief.ts'
import { debrief } from '#shared/session/debrief.ts'
import type { LogEntry } from '#shared/session/log.ts'
import type { Journal, SessionRow } from './journal.ts'
import { loadMaterial } from './session-material.ts'

/** The debrief of an ended session, read from the events in its log, which are never derived anew, and the texts of the documents it began with. */
export async function debriefOf(
  row: SessionRow,
  pinned: PinnedScenarios,
  journal: Journal,
): Promise<Debrief> {
  const { compiled } = await loadMaterial(row, pinned)
  const entries = (await journal.read(row.id)).map(({ bytes }) => JSON.parse(bytes) as LogEntry)
  const made = debrief(
    compiled,
    { session: row.id, mode: row.mode, createdAt: row.createdAt },
    entries.flatMap(({ events }) => events),
  )
  if (made === undefined) throw new Error(`Session ${row.id} is ended, but its log has no end.`)
  return made
}
