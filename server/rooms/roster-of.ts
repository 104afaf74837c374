import type { TrainingSession } from '#server/sessions/training-session.ts'
import type { Comer } from '#server/sessions/seat.ts'
import type { Roster } from '#shared/protocol/members.ts'
import type { Line } from './line.ts'
import type { RoomCompany } from './mirror-members.ts'

/** Finer than this nobody reads, and every change is a message. */
const RTT_STEP_MS = 10

/** What who leads is told of everybody. */
export function rosterOf(
  session: Pick<TrainingSession, 'stepOf'>,
  { people, nameOf, spectators, locked }: RoomCompany,
  lineOf: (person: string) => Line | undefined,
  asker: Pick<Comer, 'kind'>,
): Roster {
  return {
    people: Object.entries(people).map(([person, { kind, role, connected, away, muted, bot }]) => {
      const line = lineOf(person)
      const rttMs = line?.rttMs ?? null
      return {
        person,
        name: bot ? '' : nameOf(person),
        kind,
        role,
        step: role === '' ? null : session.stepOf(person, asker),
        connected,
        away,
        rttMs: rttMs === null ? null : Math.round(rttMs / RTT_STEP_MS) * RTT_STEP_MS,
        lossy: line?.lossy ?? false,
        muted,
      }
    }),
    spectators,
    locked,
  }
}
