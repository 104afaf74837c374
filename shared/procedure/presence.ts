import { endSqueeze } from './affordances/holding.ts'
import { changeParticipant, emit, participant, type Draft } from './draft.ts'
import type { PauseReason } from './input.ts'
import { bringPersonalThings } from './personal.ts'
import { letReachesGo } from './reaching.ts'
import { giveRole, withdrawOffer } from './give-role.ts'
import { makeRoom } from './role-places.ts'
import { settlePerson } from './settle-live.ts'
import { settlePhase } from './settle-phase.ts'
import type { Participant } from './state.ts'

/** What a client may say of a pause; that storage or the connection failed only the authority knows. */
const ownReasons: readonly string[] = ['asked', 'headset-off', 'hidden', 'safe-place'] satisfies PauseReason[]

export function isOwnReason(value: unknown): value is PauseReason {
  return typeof value === 'string' && ownReasons.includes(value)
}

/** Somebody comes, or comes back to the role there was; where that is full, without one. Nobody new while locked. */
export function join(draft: Draft, actor: string, role: string, bot = false): void {
  const { phase, membership, participants } = draft.state
  const known = participants[actor]
  if (known?.connected || phase === 'ended' || membership.removed.includes(actor)) return
  if (known === undefined && ((membership.locked && !bot) || !isRole(draft, role))) return
  const wanted = known === undefined || (known.role === '' && isRole(draft, role)) ? role : known.role
  const given = makeRoom(draft, wanted, actor) ? wanted : ''
  if (known === undefined) newcomer(draft, actor, given, bot)
  else giveRole(draft, actor, given, actor)
  changeParticipant(draft, actor, { connected: true })
  emit(draft, { type: 'joined', actor, role: given, ...(bot ? { bot } : {}) })
  settlePhase(draft)
}

export function leave(draft: Draft, actor: string): void {
  if (draft.state.participants[actor]?.connected !== true) return
  endSqueeze(draft, actor)
  letReachesGo(draft, actor)
  withdrawOffer(draft, actor)
  changeParticipant(draft, actor, { connected: false })
  emit(draft, { type: 'left', actor })
  // Who was lost is expected back.
  if (participant(draft, actor).pausedBy === null) settlePerson(draft, actor)
  settlePhase(draft)
}

/** Of somebody who is here. Alone it stops the session; with others only this person is away. */
export function pause(draft: Draft, actor: string, reason: PauseReason): void {
  const person = draft.state.participants[actor]
  if (!person?.connected || person.pausedBy !== null || draft.state.phase === 'ended') return
  const pauses = person.pauses + (reason === 'storage' ? 0 : 1)
  changeParticipant(draft, actor, { pausedBy: reason, pauses })
  emit(draft, { type: 'paused', actor, reason, count: pauses })
  settlePhase(draft)
}

export function resume(draft: Draft, actor: string): void {
  const person = draft.state.participants[actor]
  if (!person || person.pausedBy === null || draft.state.phase === 'ended') return
  changeParticipant(draft, actor, { pausedBy: null })
  emit(draft, { type: 'resumed', actor })
  settlePhase(draft)
}

export function isRole({ compiled }: Draft, role: string): boolean {
  return role === '' || compiled.scenario.roles.some(({ id }) => id === role)
}

/** Not connected yet. */
export function newcomer(draft: Draft, actor: string, role: string, bot = false): void {
  const number = Object.keys(draft.state.participants).length + 1
  const person: Participant = {
    role,
    number,
    connected: false,
    pauses: 0,
    pausedBy: null,
    holding: {},
    ...(bot ? { bot } : {}),
  }
  draft.state.participants = inOrder({ ...draft.state.participants, [actor]: person })
  draft.owned.add('participants')
  bringPersonalThings(draft)
}

/** By id, as canonical JSON has them: a state read back from storage asks people in the same order. */
function inOrder(everyone: Record<string, Participant>): Record<string, Participant> {
  return Object.fromEntries(Object.entries(everyone).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
