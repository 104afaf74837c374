import type { CompiledBarrier, CompiledNode } from './compiled.ts'
import { isBarrier } from './nodes/registry.ts'
import type { StepDocument } from './nodes/step.ts'

/** The barriers of each meeting, with the roles that wait at them. */
export function compileMeetings(nodes: ReadonlyMap<string, CompiledNode>): Map<string, CompiledBarrier[]> {
  const meetings = new Map<string, CompiledBarrier[]>()
  for (const node of nodes.values()) {
    const { document } = node
    if (!isBarrier(document)) continue
    const roles = new Set(document.roles.length > 0 ? document.roles : rolesBelow(nodes, laneOf(nodes, node)))
    meetings.set(document.meet, [...(meetings.get(document.meet) ?? []), { ...node, document, roles }])
  }
  return meetings
}

const sideBySide: ReadonlySet<string> = new Set(['parallel', 'unordered'])

/** The path that runs beside others, and in which the barrier stands. */
function laneOf(nodes: ReadonlyMap<string, CompiledNode>, node: CompiledNode): CompiledNode {
  const parent = node.parent === null ? undefined : nodes.get(node.parent)
  return parent === undefined || sideBySide.has(parent.document.type) ? node : laneOf(nodes, parent)
}

function rolesBelow(
  nodes: ReadonlyMap<string, CompiledNode>,
  { document, children }: CompiledNode,
): string[] {
  if (document.type === 'step') return [...(document as unknown as StepDocument).roles]
  return children.flatMap((id) => {
    const child = nodes.get(id)
    return child === undefined ? [] : rolesBelow(nodes, child)
  })
}
