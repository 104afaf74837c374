import { compileCondition } from './compile-condition.ts'
import { compileEffects } from './compile-effects.ts'
import type { CompiledNode, CompiledStep, CompiledTransition } from './compiled.ts'
import type { Draft } from './draft.ts'
import type { NodeDocument } from './nodes/node-document.ts'
import { childrenOf, isStep, nodeKindOf } from './nodes/registry.ts'
import { rolesOf } from './nodes/roles-of.ts'
import type { StepDocument } from './nodes/step.ts'
import { aboutWhom, type Gate } from './who.ts'
import type { Workbench } from './workbench.ts'

/** All nodes by id, in document order. */
export function compileNodes(
  procedure: NodeDocument,
  bench: Workbench,
): { nodes: Map<string, CompiledNode>; root: CompiledNode } {
  const nodes = new Map<string, CompiledNode>()
  const add = (document: NodeDocument, parent: string | null): CompiledNode => {
    if (nodes.has(document.id)) throw new Error(`two nodes are called "${document.id}"`)
    const node = isStep(document)
      ? compileStep(document, parent, bench)
      : compileGroup(document, parent, bench)
    nodes.set(document.id, node)
    for (const child of childrenOf(document)) add(child, document.id)
    return node
  }
  const root = add(procedure, null)
  for (const { id, document } of nodes.values()) {
    if (document.type === 'loop' && !hasStep(document)) throw new Error(`loop "${id}" has no step to wait in`)
  }
  return { root, nodes }
}

function hasStep(document: NodeDocument): boolean {
  return isStep(document) || childrenOf(document).some(hasStep)
}

function compileGroup(document: NodeDocument, parent: string | null, bench: Workbench): CompiledNode {
  const memoryKeys: string[] = []
  const behaviour = nodeKindOf(document.type).compile(document, {
    test: (condition, name) =>
      compileCondition(condition, {
        path: `${document.id}/${name}`,
        step: null,
        gate: null,
        bench,
        memoryKeys,
      }),
    memoryKey(name) {
      memoryKeys.push(`${document.id}/${name}`)
      return `${document.id}/${name}`
    },
  })
  const children = childrenOf(document).map((child) => child.id)
  const roles = rolesOf(document)
  return {
    id: document.id,
    document,
    parent,
    children,
    memoryKeys,
    gate: roles === null ? null : bench.gate(roles),
    enter: behaviour.enter,
    childEnded: behaviour.childEnded,
  }
}

function compileStep(
  document: NodeDocument & StepDocument,
  parent: string | null,
  bench: Workbench,
): CompiledStep {
  const group = compileGroup(document, parent, bench)
  const memoryKeys = [...group.memoryKeys]
  const { gate } = group
  const enter = compileEffects(document.enter, bench, gate)
  const exit = compileEffects(document.exit, bench, gate)
  return {
    ...group,
    document,
    memoryKeys,
    transitions: document.transitions.map((transition, index) =>
      compileTransition(transition, { step: document.id, index, gate, bench, memoryKeys }),
    ),
    uses: new Set(document.uses.flatMap((name) => bench.expand(name))),
    enter(draft: Draft, self: CompiledNode) {
      group.enter(draft, self)
      for (const effect of enter) effect(draft, aboutWhom(draft, gate, ''))
    },
    leave(draft: Draft) {
      for (const effect of exit) effect(draft, aboutWhom(draft, gate, ''))
    },
  }
}

interface TransitionPlace {
  step: string
  index: number
  gate: Gate
  bench: Workbench
  memoryKeys: string[]
}

function compileTransition(
  transition: StepDocument['transitions'][number],
  { step, index, gate, bench, memoryKeys }: TransitionPlace,
): CompiledTransition {
  const path = `${step}/${index}`
  if (!transition.when && transition.kind !== 'timeout')
    throw new Error(`transition ${path} has no condition`)
  if (transition.to === 'stay') memoryKeys.push(`${path}/stay`)
  return {
    kind: transition.kind,
    test: transition.when ? compileCondition(transition.when, { path, step, gate, bench, memoryKeys }) : null,
    to: transition.to,
    mistake: transition.mistake
      ? bench.know({ ...transition.mistake, id: transition.mistake.id ?? step })
      : null,
    effects: compileEffects(transition.consequences, bench, gate),
    memoryKey: `${path}/stay`,
  }
}
