import { changeNode, nodeState, type Draft } from './draft.ts'
import { activeSteps } from './run-node.ts'

/** Steps due now that judge a technique by measuring it cannot do so while a substitute performs it. */
export function markUnmeasured(draft: Draft): void {
  for (const step of activeSteps(draft.compiled, draft.state.nodes)) {
    if (step.document.measuredBy.length > 0 && nodeState(draft, step.id).unmeasured !== true)
      changeNode(draft, step.id, { unmeasured: true })
  }
}
