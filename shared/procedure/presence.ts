import { endSqueeze } from './affordances/holding.ts'
import { changeParticipant, emit, type Draft } from './draft.ts'
import type { PauseReason } from './input.ts'
import type { Participant } from './state.ts'

/** What a client may say of a pause; that storage or the connection failed only the authority knows. */
const ownReasons: readonly string[] = ['asked', 'headset-off', 'hidden', 'safe-place'] satisfies PauseReason[]

export function isOwnReason(value: unknown): value is PauseReason {
  return typeof value === 'string' && ownReasons.includes(value)
}

/** Somebody comes, or comes back; in a role of the scenario only. */
export function join(draft: Draft, actor: string, role: string): void {
  const known = draft.state.participants[actor]
  if (known?.connected || draft.state.phase === 'ended') return
  if (!draft.compiled.scenario.roles.some((r) => r.id === role)) return
  const everyone = {
    ...draft.state.participants,
    [actor]: known ? { ...known, connected: true } : newcomer(role),
  }
  draft.state.participants = inOrder(everyone)
  draft.owned.add('participants')
  emit(draft, { type: 'joined', actor, role: known?.role ?? role })
  settlePhase(draft)
}

export function leave(draft: Draft, actor: string): void {
  if (draft.state.participants[actor]?.connected !== true) return
  endSqueeze(draft, actor)
  changeParticipant(draft, actor, { connected: false })
  emit(draft, { type: 'left', actor })
  settlePhase(draft)
}

/** Alone it stops the session; with others only this person is away. */
export function pause(draft: Draft, actor: string, reason: PauseReason): void {
  const person = draft.state.participants[actor]
  if (!person || person.pausedBy !== null || draft.state.phase === 'ended') return
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

/** Runs while somebody connected is not paused. */
function settlePhase(draft: Draft): void {
  const { phase } = draft.state
  if (phase !== 'running' && phase !== 'paused') return
  const somebody = Object.values(draft.state.participants).some(
    (person) => person.connected && person.pausedBy === null,
  )
  draft.state.phase = somebody ? 'running' : 'paused'
}

/** By id, as canonical JSON has them: a state read back from storage asks people in the same order. */
function inOrder(everyone: Record<string, Participant>): Record<string, Participant> {
  return Object.fromEntries(Object.entries(everyone).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function newcomer(role: string): Participant {
  return { role, connected: true, pauses: 0, pausedBy: null, holding: {} }
}
