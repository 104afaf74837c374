import { allWhoTookPart } from './about.ts'
import { emit, participant, type Draft } from './draft.ts'
import type { PersonResult } from './events.ts'
import { activeSteps } from './active-steps.ts'
import { closeGroups, endStep } from './run-node.ts'
import { scoreOf } from './score.ts'
import { settleEnd } from './settle-live.ts'
import { hasPlace } from './who.ts'

/** The last thing a session does: steps still due end unfinished, the score is taken, nothing moves afterwards. */
export function endSession(draft: Draft, outcome: string, abandoned = false): void {
  if (draft.state.phase === 'ended') return
  draft.jumped = true
  const success =
    !abandoned && draft.compiled.scenario.outcomes.find((o) => o.id === outcome)?.success === true
  const score = scoreOf(draft, success)
  const people = verdicts(draft, success)
  for (const step of activeSteps(draft.compiled, draft.state.nodes))
    endStep(draft, step, abandoned ? 'abort' : 'skipped')
  closeGroups(draft)
  settleEnd(draft)
  draft.state.phase = 'ended'
  draft.state.result = { outcome, success, abandoned, score, ...people }
  const { timeMs: durationMs } = draft.state
  emit(
    draft,
    { type: 'ended', outcome, success, score, durationMs, abandoned, ...people },
    allWhoTookPart(draft),
  )
}

/** Where several took part, each person's own. */
function verdicts(draft: Draft, success: boolean): { people?: Record<string, PersonResult> } {
  const actors = allWhoTookPart(draft)
  if (actors === undefined) return {}
  return {
    people: Object.fromEntries(
      actors.map((actor) => {
        const person = participant(draft, actor)
        const left = hasPlace(person) ? {} : { left: true as const }
        return [actor, { role: person.role, score: scoreOf(draft, success, actor), ...left }]
      }),
    ),
  }
}
