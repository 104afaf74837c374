import { changeNode, nodeState, type Draft } from './draft.ts'
import { activeSteps } from './active-steps.ts'
import { actsIn } from './who.ts'

/** Steps due now for this person that judge a technique by measuring it cannot do so while a substitute performs it. */
export function markUnmeasured(draft: Draft, actor: string): void {
  const person = draft.state.participants[actor]
  for (const { id, gate, document } of activeSteps(draft.compiled, draft.state.nodes)) {
    if (document.measuredBy.length > 0 && actsIn(gate, person) && nodeState(draft, id).unmeasured !== true)
      changeNode(draft, id, { unmeasured: true })
  }
}
