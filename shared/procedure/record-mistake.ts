import type { MistakeDefinition } from './compiled.ts'
import { changeNode, emit, nodeState, type Draft } from './draft.ts'
import { activeSteps, readingOf } from './run-node.ts'

/** Writes a mistake down: in the state, on the step it happened in, and as an event with the reading the document asks for. */
export function recordMistake(
  draft: Draft,
  mistake: MistakeDefinition,
  actor: string,
  inStep?: string,
): void {
  const step = inStep ?? activeSteps(draft.compiled, draft.state.nodes)[0]?.id
  const { id: rule, category, severity } = mistake
  const of = { rule, actor, category, severity, ...(step === undefined ? {} : { step }) }
  draft.state.mistakes = [...draft.state.mistakes, { ...of, atMs: draft.state.timeMs }]
  if (step !== undefined) changeNode(draft, step, { mistakes: nodeState(draft, step).mistakes + 1 })
  const value = mistake.measure === undefined ? undefined : readingOf(draft, mistake.measure)
  emit(draft, {
    type: 'mistake',
    ...of,
    ...(value === undefined ? {} : { measure: { name: mistake.measure ?? '', value } }),
  })
}
