import type { NodeDocument } from '#shared/procedure/nodes/node-document.ts'
import { childrenOf, isStep } from '#shared/procedure/nodes/registry.ts'
import type { StepDocument } from '#shared/procedure/nodes/step.ts'
import type { Scenario } from './scenario.ts'

/** A bot can stand in for a role when each of its steps says what a bot does. */
export function canBotFill({ procedure }: Pick<Scenario, 'procedure'>, role: string): boolean {
  const mine = stepsIn(procedure).filter(({ roles }) => roles.includes(role))
  return mine.length > 0 && mine.every(({ bot }) => bot !== undefined)
}

function stepsIn(node: NodeDocument): StepDocument[] {
  return isStep(node) ? [node] : childrenOf(node).flatMap(stepsIn)
}
