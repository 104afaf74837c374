import { onlyOf, peopleIn } from './about.ts'
import { changeNode, emit, nodeState, type Draft } from './draft.ts'
import type { Refusal } from './intent.ts'
import { activeSteps } from './active-steps.ts'
import type { CompiledStep } from './compiled.ts'
import { isIn } from './who.ts'

/** Hints that are due by time, where the mode offers them. Offered ones cost nothing. */
export function offerHints(draft: Draft): void {
  if (draft.mode.hints !== 'offered') return
  for (const step of draft.compiled.steps) {
    if (step.document.hints.length === 0 || nodeState(draft, step.id).status !== 'active') continue
    const node = nodeState(draft, step.id)
    const next = nextHint(step, node.hintLevel)
    if (next && draft.state.timeMs - node.startedMs >= next.afterMs) record(draft, step, next, null)
  }
}

/** The next hint of the first step that is due for this person and has one, asked for. */
export function giveHint(draft: Draft, actor: string): Refusal | null {
  if (draft.mode.hints === 'none') return 'no-hint'
  for (const step of activeSteps(draft.compiled, draft.state.nodes)) {
    const next = nextHint(step, nodeState(draft, step.id).hintLevel)
    if (!next || !isIn(step.gate, draft.state.participants[actor])) continue
    record(draft, step, next, actor)
    return null
  }
  return 'no-hint'
}

export function nextHint(
  step: CompiledStep,
  level: number,
): CompiledStep['document']['hints'][number] | undefined {
  return step.document.hints.find((hint) => hint.level > level)
}

function record(
  draft: Draft,
  step: CompiledStep,
  hint: CompiledStep['document']['hints'][number],
  askedBy: string | null,
): void {
  const about = askedBy === null ? peopleIn(draft, step.gate) : onlyOf(draft, askedBy)
  changeNode(draft, step.id, { hintLevel: hint.level })
  draft.state.hints = [
    ...draft.state.hints,
    {
      step: step.id,
      level: hint.level,
      atMs: draft.state.timeMs,
      cost: askedBy === null ? 0 : hint.cost,
      ...(askedBy !== null && about ? { actor: askedBy } : {}),
    },
  ]
  const asked = askedBy !== null
  emit(draft, { type: 'hint', step: step.id, level: hint.level, kind: hint.kind, asked }, about)
}
