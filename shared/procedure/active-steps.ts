import type { Compiled, CompiledStep } from './compiled.ts'
import type { NodeState } from './state.ts'

/** Those that are due, in document order. */
export function activeSteps(compiled: Compiled, nodes: Readonly<Record<string, NodeState>>): CompiledStep[] {
  return compiled.steps.filter((step) => nodes[step.id]?.status === 'active')
}

export function stepOf(compiled: Compiled, id: string): CompiledStep | undefined {
  return compiled.steps.find((step) => step.id === id)
}
