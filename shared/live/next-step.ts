import { activeSteps } from '#shared/procedure/active-steps.ts'
import type { CompiledStep } from '#shared/procedure/compiled.ts'
import { performs, liveOf, type At } from './at.ts'

type Place = Pick<At, 'compiled' | 'state'>

/** The step that followers are asked for: what is due for who leads, else what is due at all. */
export function nextStep({ compiled, state }: Place): CompiledStep | undefined {
  const due = activeSteps(compiled, state.nodes)
  const { leader } = liveOf(state)
  return due.find((step) => leader !== null && performs({ state }, leader, step)) ?? due[0]
}

/** Steps that could be taken for it: still to come, and not called the same. */
export function otherSteps({ compiled, state }: Place, step: CompiledStep): CompiledStep[] {
  const names = new Set([nameOf(step)])
  return compiled.steps.filter((other) => {
    const name = nameOf(other)
    if (state.nodes[other.id]?.status !== 'idle' || names.has(name)) return false
    names.add(name)
    return true
  })
}

/** One option alone is no question. */
export function isAskable(place: Place, step: CompiledStep): boolean {
  return otherSteps(place, step).length > 0
}

function nameOf({ document }: CompiledStep): string {
  return JSON.stringify(document.title)
}
