import type { ModeName } from '#shared/scenario/scenario.ts'
import type { LiveRefusal } from './acts.ts'
import { isExam, performs, type ActOf, type At } from './at.ts'
import { LIVE_LIMITS } from './limits.ts'
import { movable } from './movable.ts'
import { isAskable, nextStep } from './next-step.ts'
import type { LiveAsker } from './permissions.ts'
import type { LiveState } from './state.ts'

/** Where a trainee's pauses are counted, stopping everybody is none of their means. */
export function refusePauseAll(
  { on }: ActOf<'pause-all'>,
  { haltedBy }: LiveState,
  { kind }: LiveAsker,
  { compiled, state }: At,
): LiveRefusal | null {
  if ((haltedBy !== null) === on) return 'already-so'
  if (!on) return null
  const counted = compiled.modes.get(state.mode as ModeName)?.maxPauses !== undefined
  if (counted && kind !== 'instructor') return 'not-allowed'
  return state.phase === 'running' || state.phase === 'paused' ? null : 'not-now'
}

export function refuseStep({ move, step }: ActOf<'step'>, at: At): LiveRefusal | null {
  if (move !== 'on' && move !== 'back' && move !== 'skip') return 'malformed'
  if (step !== undefined && at.compiled.nodes.get(step)?.document.type !== 'step') return 'unknown-thing'
  if (isExam(at) || at.state.phase !== 'running') return 'not-now'
  return movable(at, move, step).length > 0 ? null : 'not-now'
}

export function refusePolls({ every }: ActOf<'polls'>, { pollEvery }: LiveState, at: At): LiveRefusal | null {
  if (!Number.isSafeInteger(every) || every < 0 || every > LIVE_LIMITS.pollEvery) return 'malformed'
  if (every === pollEvery) return 'already-so'
  return isExam(at) && every > 0 ? 'not-now' : null
}

export function refuseAskNext({ poll }: LiveState, at: At): LiveRefusal | null {
  if (poll !== null && !poll.closed) return 'already-so'
  const step = at.state.phase === 'running' && !isExam(at) ? nextStep(at) : undefined
  return step !== undefined && isAskable(at, step) ? null : 'not-now'
}

/** Not of who leads or performs the step: they are what the others watch. */
export function refuseAnswer(
  { poll: n, option }: ActOf<'answer'>,
  { poll, leader }: LiveState,
  by: string,
  at: At,
): LiveRefusal | null {
  if (poll === null || poll.n !== n || poll.closed) return 'not-now'
  const step = at.compiled.steps.find(({ id }) => id === poll.correct)
  if (leader === by || (step !== undefined && performs(at, by, step))) return 'not-allowed'
  if (!poll.options.includes(option)) return 'malformed'
  if (Object.hasOwn(poll.answers, by)) return 'already-so'
  return Object.keys(poll.answers).length >= LIVE_LIMITS.answers ? 'too-many' : null
}
