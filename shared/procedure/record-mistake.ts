import { unlessBot } from './about.ts'
import type { MistakeDefinition } from './compiled.ts'
import { changeNode, emit, nodeState, type Draft } from './draft.ts'
import { readingOf } from './reading-of.ts'
import { activeSteps } from './active-steps.ts'
import { actsIn } from './who.ts'

/** Writes a mistake down: in the state, on the step it happened in, and as an event with the reading the document asks for. */
export function recordMistake(
  draft: Draft,
  mistake: MistakeDefinition,
  actor: string,
  inStep?: string,
): void {
  const step = inStep ?? stepOf(draft, actor)
  const { id: rule, category, severity, measure } = mistake
  const of = { rule, actor, category, severity, ...(step === undefined ? {} : { step }) }
  draft.state.mistakes = [...draft.state.mistakes, { ...of, atMs: draft.state.timeMs }]
  if (step !== undefined) changeNode(draft, step, { mistakes: nodeState(draft, step).mistakes + 1 })
  const reading = measure === undefined ? undefined : readingOf(draft, measure, null, actor)
  const measured = reading === undefined ? {} : { measure: { name: measure ?? '', value: reading.value } }
  emit(draft, { type: 'mistake', ...of, ...measured }, unlessBot(draft, actor))
}

/** The first step that is due for this person. */
function stepOf(draft: Draft, actor: string): string | undefined {
  const person = draft.state.participants[actor]
  return activeSteps(draft.compiled, draft.state.nodes).find(
    ({ gate }) => person === undefined || actsIn(gate, person),
  )?.id
}
