import type { Path, Wrong } from '../finding.ts'
import type { Check } from './site.ts'

/** SCN-20: an id names one thing. */
export const uniqueIds: Check = ({ scenario, workplace, nodes }) => [
  ...[...nodes.map(({ node, path }) => ({ id: node.id, path })), ...placed(scenario.rules, ['rules'])]
    .filter(repeated)
    .map((item) => doubled(item, 'a node or rule')),
  ...listed(scenario, ['objectives', 'roles', 'outcomes', 'debrief', 'tests']).map((item) =>
    doubled(item, 'a sibling'),
  ),
  ...placed(scenario.scoring.criteria, ['scoring', 'criteria'])
    .filter(repeated)
    .map((item) => doubled(item, 'another criterion')),
  ...listed(workplace, ['assets', 'spawns', 'teleportSpots', 'zones', 'variables', 'simulations']).map(
    (item) => doubled(item, 'a sibling', 'workplace'),
  ),
  ...entityNames(workplace.entities)
    .filter(repeated)
    .map((item) => doubled(item, 'another entity or a group', 'workplace')),
]

type Item = { id: string; path: Path }

function listed(document: object, lists: readonly string[]): Item[] {
  return lists.flatMap((list) =>
    placed((document as Record<string, readonly { id: string }[]>)[list] ?? [], [list]).filter(repeated),
  )
}

function placed(items: readonly { id: string }[], path: Path): Item[] {
  return items.map(({ id }, i) => ({ id, path: [...path, i] }))
}

/** A group may not be called like an entity: references would not know which is meant. */
function entityNames(entities: readonly { id: string; groups: readonly string[] }[]): Item[] {
  const groups = new Set(entities.flatMap((entity) => entity.groups))
  return [...[...groups].map((id) => ({ id, path: ['entities'] })), ...placed(entities, ['entities'])]
}

function repeated(item: Item, i: number, all: readonly Item[]): boolean {
  return all.findIndex(({ id }) => id === item.id) < i
}

function doubled({ id, path }: Item, other: string, document: Wrong['document'] = 'scenario'): Wrong {
  return {
    code: 'double-id',
    document,
    path,
    message: `"${id}" is already the id of ${other}`,
    mend: 'Give one of them another id, and check what refers to it.',
  }
}
