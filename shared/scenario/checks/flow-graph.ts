import { childrenOf } from '#shared/procedure/nodes/registry.ts'
import type { NodeDocument } from '#shared/procedure/nodes/node-document.ts'
import { objectsIn } from './site.ts'
import type { When } from './implies.ts'

/** One way on from a node: to another node, to THE_END or LEFT_OPEN. */
export interface Way {
  readonly to: string
  /** The transition's condition; absent where a group simply goes on. */
  readonly when?: When
}

export interface FlowGraph {
  readonly root: string
  /** Node → ways on. Groups lead to the parts that become due with them. */
  readonly ways: ReadonlyMap<string, readonly Way[]>
}

/** THE_END is where `end` nodes and `{end}` lead; LEFT_OPEN is past the last node of the procedure. */
export const THE_END = 'the end'
export const LEFT_OPEN = 'left open'

/** Which node can follow which, conditions left out of account. */
export function flowGraph(procedure: NodeDocument): FlowGraph {
  const ways = new Map<string, Way[]>()
  link(procedure, [LEFT_OPEN], ways)
  return { root: procedure.id, ways }
}

/** Nodes that can become due, from the root and from wherever rules jump to. */
export function reachable({ ways }: FlowGraph, from: readonly string[]): Set<string> {
  const found = new Set<string>()
  const open = [...from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const { to } of ways.get(id) ?? []) open.push(to)
  }
  return found
}

/** Nodes that consequences jump to. */
export function jumpsIn(part: unknown): string[] {
  return [...objectsIn(part, [])].flatMap(({ object }) =>
    object['type'] === 'goTo' && typeof object['node'] === 'string' ? [object['node']] : [],
  )
}

function link(node: NodeDocument, next: readonly string[], ways: Map<string, Way[]>): void {
  const children = childrenOf(node)
  const on = next.map((to) => ({ to }))
  if (node.type === 'step') ways.set(node.id, stepWays(node, next))
  else if (node.type === 'end') ways.set(node.id, [{ to: THE_END }])
  else if (node.type === 'sequence') linkSequence(node, children, next, ways)
  else {
    // Side by side or one of them; any may be the last to end. A loop's body may come round again.
    ways.set(node.id, children.length === 0 ? on : children.map(({ id }) => ({ to: id })))
    for (const child of children) link(child, node.type === 'loop' ? [...next, child.id] : next, ways)
    if (node.type === 'branch' && node['otherwise'] === undefined) ways.get(node.id)?.push(...on)
  }
}

function linkSequence(
  node: NodeDocument,
  children: readonly NodeDocument[],
  next: readonly string[],
  ways: Map<string, Way[]>,
): void {
  const due = (from: number): string[] => {
    const child = children[from]
    if (child === undefined) return [...next]
    // What follows an optional part is offered together with it.
    return child.optional === true ? [child.id, ...due(from + 1)] : [child.id]
  }
  ways.set(
    node.id,
    due(0).map((to) => ({ to })),
  )
  for (const [i, child] of children.entries()) link(child, due(i + 1), ways)
}

function stepWays(step: NodeDocument, next: readonly string[]): Way[] {
  const transitions = step['transitions'] as readonly {
    when?: When
    to: 'next' | 'stay' | { node: string } | { end: string }
    consequences: unknown
  }[]
  const jumps = jumpsIn([
    step['enter'],
    step['exit'],
    transitions.map(({ consequences }) => consequences),
  ]).map((to) => ({ to }))
  const taken = transitions.flatMap(({ when, to }): Way[] => {
    const condition = when === undefined ? {} : { when }
    if (to === 'stay') return []
    if (to === 'next') return next.map((id) => ({ to: id, ...condition }))
    return [{ to: 'node' in to ? to.node : THE_END, ...condition }]
  })
  const ends = [...objectsIn([step['enter'], step['exit'], transitions], [])].some(
    ({ object }) => object['type'] === 'end',
  )
  return [...taken, ...jumps, ...(ends ? [{ to: THE_END }] : [])]
}
