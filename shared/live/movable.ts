import { activeSteps } from '#shared/procedure/active-steps.ts'
import type { CompiledStep } from '#shared/procedure/compiled.ts'
import type { At } from './at.ts'

/** Steps that a move would be about: those due, or the last one that was begun and is over. */
export function movable(
  { compiled, state: { nodes } }: Pick<At, 'compiled' | 'state'>,
  move: 'on' | 'back' | 'skip',
  only?: string,
): CompiledStep[] {
  const wanted = (steps: readonly CompiledStep[]): CompiledStep[] =>
    steps.filter(({ id }) => only === undefined || id === only)
  if (move !== 'back') return wanted(activeSteps(compiled, nodes))
  const begunAt = ({ id }: CompiledStep): number => nodes[id]?.startedEvent ?? 0
  return wanted(compiled.steps.filter(({ id }) => isOver(nodes[id])))
    .toSorted((a, b) => begunAt(b) - begunAt(a))
    .slice(0, 1)
}

function isOver(node: At['state']['nodes'][string] | undefined): boolean {
  return node !== undefined && node.attempts > 0 && (node.status === 'done' || node.status === 'skipped')
}
