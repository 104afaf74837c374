import type { Wrong } from '../finding.ts'
import { flowGraph, jumpsIn, LEFT_OPEN, reachable, THE_END, type FlowGraph } from './flow-graph.ts'
import { implies, type When } from './implies.ts'
import { objectsIn, type Check, type Site } from './site.ts'

/** SCN-23: every step can be reached, leads to an end, and none goes round for ever. */
export const procedureFlow: Check = (site) => {
  const { scenario, nodes } = site
  const graph = flowGraph(scenario.procedure)
  const due = reachable(graph, [graph.root, ...jumpsIn(scenario.rules)])
  const wrongs: Wrong[] = []
  for (const { node, path } of nodes) {
    if (node.type !== 'step' && node.type !== 'end') continue
    if (!due.has(node.id))
      wrongs.push({
        code: 'unreachable',
        path,
        message: `nothing leads to "${node.id}"`,
        mend: 'Let a transition or a rule lead to it, or remove it.',
      })
    else if (!reachable(graph, [node.id]).has(THE_END))
      wrongs.push({
        code: 'no-end',
        path,
        message: `from "${node.id}" no end of the session can be reached`,
        mend: 'Add a transition onward, or an end node after it.',
      })
  }
  if (due.has(LEFT_OPEN))
    wrongs.push({
      code: 'left-open',
      path: ['procedure'],
      message: 'the procedure can run out of nodes without an end',
      mend: 'Close it with a node {"type": "end", "outcome": …}.',
    })
  return [...wrongs, ...endlessCycles(site, graph)]
}

/** A way that leads, over conditions that stay true all along, back to where it began: it would be taken every tick. */
function endlessCycles({ nodes }: Site, graph: FlowGraph): Wrong[] {
  return nodes.flatMap(({ node, path }): Wrong[] => {
    const endless = (graph.ways.get(node.id) ?? []).some(
      ({ to, when }) => when !== undefined && stays(when) && comesBack(graph, to, node.id, when),
    )
    return endless
      ? [
          {
            code: 'endless-cycle',
            path,
            message: `it leads back to itself under a condition that stays true`,
            mend: 'Let one of the transitions wait for something to change.',
          },
        ]
      : []
  })
}

function comesBack(graph: FlowGraph, from: string, home: string, held: When): boolean {
  const seen = new Set<string>()
  const open = [from]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === home) return true
    if (seen.has(id)) continue
    seen.add(id)
    for (const { to, when } of graph.ways.get(id) ?? [])
      if (when === undefined || (stays(when) && implies(held, when))) open.push(to)
  }
  return false
}

const forgetful: ReadonlySet<unknown> = new Set(['holds', 'count', 'elapsed', 'event', 'amplitude'])

/** Conditions that look back in time start anew with their step; the others stay as they are. */
function stays(when: When): boolean {
  for (const { object } of objectsIn(when, [])) {
    if (
      forgetful.has(object['type']) ||
      ((object['type'] === 'acted' || object['type'] === 'released') && object['since'] !== 'start')
    )
      return false
  }
  return true
}
