import type { EngineEvent } from '#shared/procedure/events.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { Rules } from './rules.ts'
import type { Seat } from './seat.ts'
import { audience } from './seat.ts'
import type { Seats } from './seats.ts'

export type News = {
  readonly session: string
  readonly rules: Rules
  readonly seats: Seats
  readonly tick: number
  readonly events: readonly EngineEvent[]
  readonly state: EngineState
}

/** Shows each member what is theirs to see. All spectators see one and the same, made once; what is said to one of them alone comes besides. `apart` keeps one listener's fault from the others. */
export function tell(
  { session, rules, seats, tick, events, state }: News,
  apart: (seat: Seat, work: () => void) => void,
): void {
  for (const seat of seats.members.values()) {
    apart(seat, () => {
      const viewer = seat.viewer(state, session)
      const cues = rules.cues(viewer, events, state)
      if (cues.length > 0) seat.listener.cues({ tick, cues })
      seat.show(rules.view(viewer, state))
    })
  }
  if (seats.spectators.size === 0) return
  const viewer = audience(session)
  const shared = { tick, cues: rules.cues(viewer, events, state) }
  const view = rules.view(viewer, state)
  const alone = saidTo(events)
  for (const seat of seats.spectators.values()) {
    apart(seat, () => {
      const { person } = seat
      if (alone.has(person))
        seat.listener.cues({ tick, cues: rules.cues({ person, role: '' }, events, state) })
      else if (shared.cues.length > 0) seat.listener.cues(shared)
      seat.show(view)
    })
  }
}

/** Whom something was said to that nobody else hears. */
function saidTo(events: readonly EngineEvent[]): ReadonlySet<string> {
  const persons = new Set<string>()
  for (const event of events)
    if (event.type === 'live' && event.change.what === 'hinted') persons.add(event.change.to)
  return persons
}
