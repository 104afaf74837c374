import { emit, type Draft } from './draft.ts'
import { activeSteps, closeGroups, endStep } from './run-node.ts'
import { scoreOf } from './score.ts'

/** The last thing a session does: steps still due end unfinished, the score is taken, nothing moves afterwards. */
export function endSession(draft: Draft, outcome: string, abandoned = false): void {
  if (draft.state.phase === 'ended') return
  draft.jumped = true
  const success =
    !abandoned && draft.compiled.scenario.outcomes.find((o) => o.id === outcome)?.success === true
  const score = scoreOf(draft, success)
  for (const step of activeSteps(draft.compiled, draft.state.nodes))
    endStep(draft, step, abandoned ? 'abort' : 'skipped')
  closeGroups(draft)
  draft.state.phase = 'ended'
  draft.state.result = { outcome, success, abandoned, score }
  emit(draft, { type: 'ended', outcome, success, score, durationMs: draft.state.timeMs, abandoned })
}
