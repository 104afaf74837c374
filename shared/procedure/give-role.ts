import { changeParticipant, clearParticipant, emit, own, participant, type Draft } from './draft.ts'
import { emptyHands } from './empty-hands.ts'

/** Another role, or none: who has none holds nothing and is not measured. An offer of the old one is withdrawn. */
export function giveRole(draft: Draft, actor: string, role: string, by: string): void {
  const { role: was } = participant(draft, actor)
  if (was === role) return
  withdrawOffer(draft, actor)
  changeParticipant(draft, actor, { role })
  emit(draft, { type: 'roleChanged', actor, role, was, by })
  if (role !== '') return
  emptyHands(draft, actor)
  forgetReadings(draft, actor)
}

export function withdrawOffer(draft: Draft, actor: string): void {
  clearParticipant(draft, actor, 'offering')
}

function forgetReadings(draft: Draft, actor: string): void {
  const mine = Object.keys(draft.state.sensors).filter((key) => key.startsWith(`${actor}/`))
  if (mine.length === 0) return
  const sensors = own(draft, 'sensors')
  for (const key of mine) delete sensors[key]
}
