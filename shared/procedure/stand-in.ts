import type { LiveChange } from '#shared/live/change.ts'
import { changeEntity, clearParticipant, emit, participant, type Draft } from './draft.ts'
import { openHand, takeInHand } from './affordances/holding.ts'
import { emptyHands } from './empty-hands.ts'
import { forgetReadings } from './forget-readings.ts'
import { letReachesFor, letReachesGo } from './reaching.ts'
import type { EngineState, Participant, StandIn } from './state.ts'

/** In whose name this one acts: the own, or that of whom they stand in for. */
export function partOf(actor: string, person: Participant): Pick<StandIn, 'person' | 'role' | 'number'> {
  return person.standIn ?? { person: actor, role: person.role, number: person.number }
}

/** Does somebody else act for this person? */
export function isTakenOver({ live }: Pick<EngineState, 'live'>, actor: string): boolean {
  return live?.takeOver?.person === actor
}

/** Each is themself again. What a helper without a role has in hand goes to the person helped, or back. */
export function endStandIn(draft: Draft, why: Extract<LiveChange, { what: 'handedBack' }>['why']): void {
  const { live, timeMs } = draft.state
  if (!live?.takeOver) return
  const { helper, person, step } = live.takeOver
  const { role, standIn } = participant(draft, helper)
  draft.state.live = { ...live, takeOver: null }
  clearParticipant(draft, helper, 'standIn')
  const durationMs = timeMs - (standIn?.sinceMs ?? timeMs)
  emit(draft, { type: 'live', by: helper, change: { what: 'handedBack', person, step, why, durationMs } })
  if (role !== '') return
  passOn(draft, helper, person)
  emptyHands(draft, helper)
  forgetReadings(draft, helper)
}

function passOn(draft: Draft, from: string, to: string): void {
  const { role, connected, pausedBy } = participant(draft, to)
  if (role === '' || !(connected || pausedBy !== null)) return
  for (const side of ['left', 'right'] as const) {
    const thing = participant(draft, from).holding[side]
    const { holding } = participant(draft, to)
    const hand = [side, side === 'left' ? ('right' as const) : ('left' as const)].find(
      (each) => holding[each] === undefined,
    )
    if (thing === undefined || hand === undefined) continue
    openHand(draft, from, side)
    letReachesFor(draft, thing)
    letReachesGo(draft, to, hand)
    takeInHand(draft, to, hand, thing)
    changeEntity(draft, thing, { place: { kind: 'held', by: to, hand } })
    emit(draft, { type: 'handedOver', from, to, entity: thing })
  }
}
