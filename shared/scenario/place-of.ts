/** What an item of a list is called; a node of the procedure is called by its type. */
const itemNames: Record<string, string> = {
  assets: 'asset',
  walkable: 'walkable area',
  obstacles: 'obstacle',
  spawns: 'spawn point',
  teleportSpots: 'teleport spot',
  zones: 'zone',
  entities: 'entity',
  affordances: 'affordance',
  variables: 'variable',
  simulations: 'simulation',
  basis: 'basis',
  objectives: 'objective',
  roles: 'role',
  paths: 'path',
  transitions: 'transition',
  hints: 'hint',
  rules: 'rule',
  consequences: 'consequence',
  enter: 'enter consequence',
  exit: 'exit consequence',
  outcomes: 'outcome',
  criteria: 'criterion',
  debrief: 'question',
  tests: 'test',
  script: 'act',
  acts: 'act',
  of: 'part',
}

/** Members that hold one node instead of a list. */
const nodeHolders: ReadonlySet<string> = new Set(['procedure', 'node', 'body', 'otherwise'])

/**
 * Where a path leads, in words an author knows.
 *
 * @example placeOf(scenario, ['procedure', 'of', 5, 'transitions', 1, 'when'], 'scenario') // "step 'pull-pin', transition 2, when"
 */
export function placeOf(root: unknown, path: readonly (string | number)[], whole: string): string {
  let words: string[] = []
  let value = root
  let list = ''
  for (const part of path) {
    value = memberOf(value, part)
    const id = memberOf(value, 'id')
    if (typeof part === 'string') {
      list = part
      words =
        typeof id === 'string' && nodeHolders.has(part)
          ? [`${nameOf('of', value)} '${id}'`]
          : [...words, part]
      continue
    }
    if (words.at(-1) === list) words.pop()
    words =
      typeof id === 'string'
        ? [`${nameOf(list, value)} '${id}'`]
        : [...words, `${itemNames[list] ?? list} ${part + 1}`]
  }
  return words.length === 0 ? `the ${whole}` : words.join(', ')
}

function nameOf(list: string, item: unknown): string {
  const type = memberOf(item, 'type')
  if (list === 'of' && typeof type === 'string') return type
  return itemNames[list] ?? list
}

function memberOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined
}
