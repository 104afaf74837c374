import { changeParticipant, clearParticipant, emit, participant, type Draft } from './draft.ts'
import { emptyHands } from './empty-hands.ts'
import { forgetReadings } from './forget-readings.ts'
import { endStandIn } from './stand-in.ts'

/** Another role, or none: who has none holds nothing and is not measured. An offer of the old one is withdrawn. */
export function giveRole(draft: Draft, actor: string, role: string, by: string): void {
  const { role: was } = participant(draft, actor)
  if (was === role) return
  withdrawOffer(draft, actor)
  const { takeOver } = draft.state.live ?? {}
  if (takeOver?.helper === actor || takeOver?.person === actor) endStandIn(draft, 'role-changed')
  changeParticipant(draft, actor, { role })
  emit(draft, { type: 'roleChanged', actor, role, was, by })
  if (role !== '') return
  emptyHands(draft, actor)
  forgetReadings(draft, actor)
}

export function withdrawOffer(draft: Draft, actor: string): void {
  clearParticipant(draft, actor, 'offering')
}
