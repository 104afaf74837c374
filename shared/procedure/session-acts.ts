import { emit, own, type Draft } from './draft.ts'
import { giveHint } from './hints.ts'
import type { PauseReason } from './input.ts'
import type { Intent, Refusal } from './intent.ts'
import { isOwnReason, leave, pause, resume } from './presence.ts'
import { activate } from './run-node.ts'

/** Acts without a target. They are never locked. */
export const sessionActs: ReadonlyMap<string, (draft: Draft, intent: Intent) => Refusal | null> = new Map([
  ['begin', begin],
  ['pause', askPause],
  ['resume', askResume],
  ['hint', (draft) => (draft.state.phase === 'running' ? giveHint(draft) : 'not-now')],
  ['leave', (draft, { actor }) => (draft.state.phase === 'ended' ? 'not-now' : (leave(draft, actor), null))],
])

/** The briefing is read: simulations run and the first step is due. */
function begin(draft: Draft): Refusal | null {
  if (draft.state.phase !== 'waiting') return 'not-now'
  draft.state.phase = 'running'
  own(draft, 'acts')['begin'] = draft.state.eventCount
  emit(draft, { type: 'sessionStarted' })
  activate(draft, draft.compiled.root.id)
  return null
}

function askPause(draft: Draft, { actor, params }: Intent): Refusal | null {
  if (draft.state.phase !== 'running') return 'not-now'
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
