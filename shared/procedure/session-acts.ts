import { changeParticipant, participant, type Draft } from './draft.ts'
import { giveHint } from './hints.ts'
import type { PauseReason } from './input.ts'
import type { Intent, Refusal } from './intent.ts'
import { isOwnReason, leave, pause, resume } from './presence.ts'
import { acceptRole, offerRole } from './role-hand-over.ts'
import { settlePhase } from './settle-phase.ts'

/** Acts without a target. They are never locked. */
export const sessionActs: ReadonlyMap<string, (draft: Draft, intent: Intent) => Refusal | null> = new Map([
  ['begin', begin],
  ['pause', askPause],
  ['resume', askResume],
  ['hint', askHint],
  ['offer-role', offerRole],
  ['accept-role', acceptRole],
  ['leave', (draft, { actor }) => (draft.state.phase === 'ended' ? 'not-now' : (leave(draft, actor), null))],
])

/** The briefing is read. */
function begin(draft: Draft, { actor }: Intent): Refusal | null {
  const { role, ready } = participant(draft, actor)
  if (draft.state.phase !== 'waiting' || ready) return 'not-now'
  if (role === '') return 'wrong-role'
  changeParticipant(draft, actor, { ready: true })
  settlePhase(draft)
  return null
}

function askHint(draft: Draft, { actor }: Intent): Refusal | null {
  const running = draft.state.phase === 'running' && participant(draft, actor).pausedBy === null
  return running ? giveHint(draft, actor) : 'not-now'
}

function askPause(draft: Draft, { actor, params }: Intent): Refusal | null {
  if (draft.state.phase !== 'running' || participant(draft, actor).pausedBy !== null) return 'not-now'
  const given = params?.['reason']
  const reason: PauseReason = isOwnReason(given) ? given : 'asked'
  const { maxPauses } = draft.mode
  const taken = draft.state.participants[actor]?.pauses ?? 0
  if (maxPauses !== undefined && taken >= maxPauses && (reason === 'asked' || reason === 'safe-place'))
    return 'no-pauses-left'
  pause(draft, actor, reason)
  return null
}

function askResume(draft: Draft, { actor }: Intent): Refusal | null {
  if ((draft.state.participants[actor]?.pausedBy ?? null) === null) return 'not-now'
  resume(draft, actor)
  return null
}
