import { endSqueeze } from './affordances/holding.ts'
import { changeParticipant, clearParticipant, type Draft } from './draft.ts'
import { letReachesGo } from './reaching.ts'
import { startWhenReady } from './wait-for-roles.ts'
import { isPresent } from './who.ts'

/** After somebody came, went, paused or got another role: a begun session runs while a person is there and not paused, and nobody stops them all. */
export function settlePhase(draft: Draft): void {
  if (draft.state.phase === 'waiting') startWhenReady(draft)
  if (draft.state.phase !== 'running' && draft.state.phase !== 'paused') return
  const somebody = Object.values(draft.state.participants).some((person) => !person.bot && isPresent(person))
  const halted = (draft.state.live?.haltedBy ?? null) !== null
  draft.state.phase = somebody && !halted ? 'running' : 'paused'
  if (draft.state.phase === 'running') noteWhoIsAway(draft)
}

/** Others go on: from now on the time counts after which what an absent person holds is laid down. */
function noteWhoIsAway(draft: Draft): void {
  const { tick, membership, participants } = draft.state
  for (const [actor, person] of Object.entries(participants)) {
    if (isPresent(person) || membership.removed.includes(actor)) clearParticipant(draft, actor, 'awayTick')
    else if (person.awayTick === undefined) {
      endSqueeze(draft, actor)
      letReachesGo(draft, actor)
      changeParticipant(draft, actor, { awayTick: tick })
    }
  }
}
