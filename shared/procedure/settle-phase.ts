import { endSqueeze } from './affordances/holding.ts'
import { changeParticipant, clearParticipant, type Draft } from './draft.ts'
import { letReachesGo } from './reaching.ts'
import type { Participant } from './state.ts'
import { startWhenReady } from './wait-for-roles.ts'
import { isPresent } from './who.ts'

/** After somebody came, went, paused or got another role: a begun session runs while a person is there and not paused, and nobody stops them all. */
export function settlePhase(draft: Draft): void {
  if (draft.state.phase === 'waiting') startWhenReady(draft)
  if (draft.state.phase !== 'running' && draft.state.phase !== 'paused') return
  const somebody = Object.values(draft.state.participants).some(keepsCompany)
  const halted = (draft.state.live?.haltedBy ?? null) !== null
  draft.state.phase = somebody && !halted ? 'running' : 'paused'
  if (draft.state.phase === 'running') noteWhoIsAway(draft)
}

/** Bots do not; who came in to help is there for somebody else, and without them has nothing to do. */
function keepsCompany(person: Participant): boolean {
  const { bot, guest, role, standIn } = person
  return !bot && isPresent(person) && (!guest || role !== '' || standIn !== undefined)
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
