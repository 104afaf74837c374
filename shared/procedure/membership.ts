import { changeParticipant, clearParticipant, emit, type Draft } from './draft.ts'
import { giveRole } from './give-role.ts'
import { layDown } from './lay-down.ts'
import type { Input } from './input.ts'
import { takePersonalThingsAway } from './personal.ts'
import { isRole, newcomer } from './presence.ts'
import { makeRoom } from './role-places.ts'
import { settlePerson } from './settle-live.ts'
import { settlePhase } from './settle-phase.ts'
import { startNow } from './wait-for-roles.ts'

export type Leading = Extract<Input, { kind: 'assign' | 'remove' | 'mute' | 'lock' | 'begin' | 'layDown' }>

/** What who leads asks for, and the authority lets pass. What cannot be done any more changes nothing. */
export function lead(draft: Draft, input: Leading): void {
  if (draft.state.phase === 'ended') return
  switch (input.kind) {
    case 'assign':
      return assign(draft, input.actor, input.role, input.by)
    case 'remove':
      return remove(draft, input.actor, input.by)
    case 'mute':
      return mute(draft, input.actor, input.on, input.by)
    case 'lock':
      return lock(draft, input.on, input.by)
    case 'begin':
      return begin(draft)
    case 'layDown':
      return layDown(draft, input.actor, input.entity, input.place)
  }
}

/** Somebody not here yet becomes a participant, who may join although the session is locked. */
function assign(draft: Draft, actor: string, role: string, by: string): void {
  const { participants, membership } = draft.state
  if (!isRole(draft, role) || membership.removed.includes(actor) || participants[actor]?.bot) return
  if (!makeRoom(draft, role, actor)) return
  if (participants[actor] === undefined) newcomer(draft, actor, '')
  giveRole(draft, actor, role, by)
  settlePhase(draft)
}

function begin(draft: Draft): void {
  startNow(draft)
  settlePhase(draft)
}

function remove(draft: Draft, actor: string, by: string): void {
  const { participants, membership } = draft.state
  if (membership.removed.includes(actor)) return
  draft.state.membership = { ...membership, removed: [...membership.removed, actor] }
  const person = participants[actor]
  settlePerson(draft, actor)
  if (person !== undefined) {
    giveRole(draft, actor, '', by)
    takePersonalThingsAway(draft, person)
    changeParticipant(draft, actor, { connected: false, pausedBy: null })
  }
  emit(draft, { type: 'removed', actor, by })
  settlePhase(draft)
}

function mute(draft: Draft, actor: string, on: boolean, by: string): void {
  const person = draft.state.participants[actor]
  if (person === undefined || (person.muted === true) === on) return
  if (on) changeParticipant(draft, actor, { muted: true })
  else clearParticipant(draft, actor, 'muted')
  emit(draft, { type: 'muted', actor, on, by })
}

function lock(draft: Draft, on: boolean, by: string): void {
  if (draft.state.membership.locked === on) return
  draft.state.membership = { ...draft.state.membership, locked: on }
  emit(draft, { type: 'roomLocked', on, by })
}
