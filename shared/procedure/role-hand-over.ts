import { changeParticipant, participant, type Draft } from './draft.ts'
import { giveRole, withdrawOffer } from './give-role.ts'
import type { Intent, Refusal } from './intent.ts'
import { recordAct } from './record-act.ts'
import { settlePhase } from './settle-phase.ts'
import { isPresent } from './who.ts'

/** Param `to`: a person in another role, who may accept; '' takes the offer back. */
export function offerRole(draft: Draft, { actor, params }: Intent): Refusal | null {
  const to = params?.['to']
  if (draft.state.phase === 'ended') return 'not-now'
  if (to === '') return (withdrawOffer(draft, actor), null)
  const other = typeof to === 'string' ? draft.state.participants[to] : undefined
  const { role } = participant(draft, actor)
  if (typeof to !== 'string' || to === actor || !other || other.bot || !isPresent(other))
    return 'not-possible'
  if (role === '' || other.role === role) return 'not-possible'
  changeParticipant(draft, actor, { offering: to })
  return null
}

/** Takes the role that was offered (param `from`, where several did) and gives the own one for it. */
export function acceptRole(draft: Draft, intent: Intent): Refusal | null {
  if (draft.state.phase === 'ended') return 'not-now'
  const { actor, params } = intent
  const { participants } = draft.state
  const from = Object.keys(participants).find(
    (other) => participants[other]?.offering === actor && (params?.['from'] ?? other) === other,
  )
  if (from === undefined) return 'not-now'
  const given = participant(draft, from).role
  const own = participant(draft, actor).role
  recordAct(draft, intent)
  giveRole(draft, from, own, actor)
  giveRole(draft, actor, given, from)
  settlePhase(draft)
  return null
}
