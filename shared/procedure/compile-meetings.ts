import type { CompiledBarrier, CompiledNode } from './compiled.ts'
import { isBarrier } from './nodes/registry.ts'
import { rolesOf } from './nodes/roles-of.ts'

const sideBySide: ReadonlySet<string> = new Set(['parallel', 'unordered'])

/** The barriers of each meeting, with the roles that wait at them. */
export function compileMeetings(
  nodes: ReadonlyMap<string, CompiledNode>,
  allRoles: readonly string[],
): Map<string, CompiledBarrier[]> {
  /** The path that runs beside others, and in which the node stands. */
  const laneOf = (node: CompiledNode): CompiledNode => {
    const parent = nodes.get(node.parent ?? '')
    return parent === undefined || sideBySide.has(parent.document.type) ? node : laneOf(parent)
  }
  const meetings = new Map<string, CompiledBarrier[]>()
  for (const node of nodes.values()) {
    const { document } = node
    if (!isBarrier(document)) continue
    const roles = document.roles.length > 0 ? document.roles : (rolesOf(laneOf(node).document) ?? allRoles)
    meetings.set(document.meet, [...(meetings.get(document.meet) ?? []), { ...node, document, roles }])
  }
  return meetings
}
