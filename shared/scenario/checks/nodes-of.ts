import { nodeKinds } from '#shared/procedure/nodes/registry.ts'
import type { Path } from '../finding.ts'

/** A node of the procedure as checks see it; what else it holds depends on its type. */
export interface ProcedureNode {
  readonly type: string
  readonly id: string
  readonly [key: string]: unknown
}

export interface NodePlace {
  readonly node: ProcedureNode
  readonly path: Path
  /** Index in the list of all nodes; −1 for the root. */
  readonly parent: number
}

/** The tree of nodes as a list, in document order, parents first. */
export function nodesOf(procedure: unknown): NodePlace[] {
  const places: NodePlace[] = []
  collect(procedure, ['procedure'], -1, places)
  return places
}

function collect(value: unknown, path: Path, parent: number, places: NodePlace[]): void {
  if (!isNode(value)) return
  const self = places.push({ node: value, path, parent }) - 1
  for (const [key, member] of Object.entries(value)) {
    if (isNode(member)) collect(member, [...path, key], self, places)
    else if (Array.isArray(member)) collectList(member, [...path, key], self, places)
  }
}

/** Lists of nodes, and lists of wrappers around a node (a branch's arms). */
function collectList(list: readonly unknown[], path: Path, parent: number, places: NodePlace[]): void {
  for (const [i, item] of list.entries()) {
    if (isNode(item)) collect(item, [...path, i], parent, places)
    else if (typeof item === 'object' && item !== null) {
      for (const [key, member] of Object.entries(item))
        if (isNode(member)) collect(member, [...path, i, key], parent, places)
    }
  }
}

const kinds: ReadonlySet<unknown> = new Set(nodeKinds.map(({ type }) => type))

/** Conditions and consequences have a `type` too, but of other names, or no `id`. */
function isNode(value: unknown): value is ProcedureNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    kinds.has((value as ProcedureNode).type) &&
    typeof (value as ProcedureNode).id === 'string'
  )
}
