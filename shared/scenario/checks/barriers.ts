import type { Wrong } from '../finding.ts'
import type { NodePlace } from './nodes-of.ts'
import type { Check } from './site.ts'

const sideBySide: ReadonlySet<unknown> = new Set(['parallel', 'unordered'])

/** SCN-35: barriers of one meeting stand in paths that run side by side, and no two meetings wait for each other. */
export const barriers: Check = ({ nodes }) => {
  const meetings = new Map<string, NodePlace[]>()
  for (const place of nodes) {
    const meet = place.node['meet']
    if (place.node.type === 'barrier' && typeof meet === 'string')
      meetings.set(meet, [...(meetings.get(meet) ?? []), place])
  }
  const beside = (a: NodePlace, b: NodePlace): boolean => {
    const above = pathTo(nodes, a)
    const shared = pathTo(nodes, b).find((place) => above.includes(place))
    return sideBySide.has(shared?.node.type)
  }
  const named = [...meetings]
  return named.flatMap(([meet, places], at) => [
    ...unmatched(meet, places, beside),
    ...named
      .slice(0, at)
      .filter(([, others]) => crossed(nodes, places, others, beside))
      .map(([other]) => deadlock(meet, other, places)),
  ])
}

type Beside = (a: NodePlace, b: NodePlace) => boolean

function unmatched(meet: string, places: readonly NodePlace[], beside: Beside): Wrong[] {
  const [first] = places
  if (places.length === 1 && first)
    return [
      {
        code: 'barrier-alone',
        path: first.path,
        message: `nobody else comes to "${meet}"`,
        mend: 'Add a barrier of that meeting to another path, or remove this one.',
      },
    ]
  return places
    .filter((place, i) => places.slice(0, i).some((other) => !beside(place, other)))
    .map(({ path }) => ({
      code: 'barrier-not-beside',
      path,
      message: `another barrier of "${meet}" stands in the same path, so nobody ever gets past both`,
      mend: 'Put each into another path of one "parallel" or "unordered".',
    }))
}

/** Does one path come to this meeting first, and another to the other? */
function crossed(
  nodes: readonly NodePlace[],
  here: readonly NodePlace[],
  there: readonly NodePlace[],
  beside: Beside,
): boolean {
  const firsts = here.flatMap((a) =>
    there.filter((b) => !beside(a, b)).map((b) => nodes.indexOf(a) < nodes.indexOf(b)),
  )
  return new Set(firsts).size > 1
}

function deadlock(meet: string, other: string, places: readonly NodePlace[]): Wrong {
  return {
    code: 'barriers-crossed',
    path: places[0]?.path ?? [],
    message: `one path comes to "${meet}" first, another to "${other}": they would wait for each other for ever`,
    mend: 'Let all paths meet in the same order.',
  }
}

/** What holds a node, nearest first. */
function pathTo(nodes: readonly NodePlace[], { parent }: NodePlace): NodePlace[] {
  const above = nodes[parent]
  return above === undefined ? [] : [above, ...pathTo(nodes, above)]
}
