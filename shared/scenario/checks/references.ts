import { templateOf } from '#shared/procedure/personal.ts'
import type { Wrong } from '../finding.ts'
import { signalsOf, sensorKeysOf } from './readings.ts'
import { objectsIn, type Check, type Site } from './site.ts'

/** SCN-21: what a scenario names exists. The registries give the same field name to the same kind of thing everywhere. */
export const references: Check = (site) => {
  const known = knownNames(site)
  const { procedure, rules, tests, scoring } = site.scenario
  const wrongs: Wrong[] = []
  for (const { object, path } of objectsIn({ procedure, rules, tests, scoring }, [])) {
    // Free-form records: names in them belong to events, sensors and intents.
    if (path.includes('with') || path.includes('params') || path.includes('observe')) continue
    for (const [key, value] of Object.entries(object)) {
      const kind = kindOf(key)
      if (kind === undefined) continue
      for (const [i, name] of (Array.isArray(value) ? value : [value]).entries()) {
        if (typeof name !== 'string' || known[kind].has(templateOf(name))) continue
        wrongs.push(
          unknown(kind, name, Array.isArray(value) ? [...path, key, i] : [...path, key], known[kind]),
        )
      }
    }
    wrongs.push(...unknownState(site, object, path))
  }
  return [...wrongs, ...unknownPeople(site, known.role)]
}

/** Roles that tests count people of. */
function unknownPeople({ scenario }: Site, known: ReadonlySet<string>): Wrong[] {
  return scenario.tests.flatMap(({ people = {} }, i) =>
    Object.keys(people)
      .filter((role) => !known.has(role))
      .map((role) => unknown('role', role, ['tests', i, 'people', role], known)),
  )
}

type Kind =
  | 'entity or group'
  | 'group'
  | 'zone'
  | 'signal'
  | 'variable'
  | 'simulation'
  | 'node'
  | 'step'
  | 'outcome'
  | 'role'
  | 'objective'
  | 'speaker'
  | 'reading'
  | 'sensor'
  | 'socket'

const kinds: Readonly<Record<string, Kind>> = {
  entity: 'entity or group',
  other: 'entity or group',
  target: 'entity or group',
  uses: 'entity or group',
  targets: 'entity or group',
  group: 'group',
  zone: 'zone',
  signal: 'signal',
  variable: 'variable',
  simulation: 'simulation',
  node: 'node',
  scope: 'node',
  steps: 'step',
  stepsDone: 'step',
  outcome: 'outcome',
  end: 'outcome',
  roles: 'role',
  role: 'role',
  as: 'role',
  bots: 'role',
  socket: 'socket',
  objectives: 'objective',
  speaker: 'speaker',
  measure: 'reading',
  measuredBy: 'reading',
  sensor: 'sensor',
  checkpoint: 'node',
}

function kindOf(key: string): Kind | undefined {
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined
}

function knownNames({
  scenario,
  workplace,
  nodes,
  entities,
  groups,
}: Site): Record<Kind, ReadonlySet<string>> {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
  const roles = ids(scenario.roles)
  const signals = signalsOf(workplace)
  const sensors = sensorKeysOf(scenario, workplace)
  return {
    'entity or group': new Set([...entities.keys(), ...groups]),
    group: groups,
    zone: ids(workplace.zones),
    signal: new Set(signals),
    variable: ids(workplace.variables),
    simulation: ids(workplace.simulations),
    node: ids(nodes.map(({ node }) => node)),
    step: ids(nodes.map(({ node }) => node).filter(({ type }) => type === 'step')),
    outcome: ids(scenario.outcomes),
    role: roles,
    objective: ids(scenario.objectives),
    speaker: new Set([...entities.keys(), ...roles, 'narrator']),
    reading: new Set([...signals, ...sensors]),
    // A condition names the kind of sensor, a progress bar its key.
    sensor: new Set([...sensors, 'sweep']),
    socket: ids(workplace.entities.filter(({ affordances }) => affordances.some(isSocket))),
  }
}

function unknown(kind: Kind, name: string, path: Wrong['path'], known: ReadonlySet<string>): Wrong {
  const near = closest(name, known)
  const code = `unknown-${kind.split(' ')[0] ?? kind}`
  return {
    code,
    path,
    message: `there is no ${kind} "${name}"`,
    mend:
      near === undefined
        ? `Add it, or name another. There are: ${[...known].slice(0, 20).join(', ') || 'none'}.`
        : `Did you mean "${near}"? There are: ${[...known].slice(0, 20).join(', ')}.`,
  }
}

function unknownState(
  { entities, workplace }: Site,
  object: Readonly<Record<string, unknown>>,
  path: Wrong['path'],
): Wrong[] {
  const { entity: name, state } = object
  if (typeof name !== 'string' || typeof state !== 'string') return []
  const named = entities.get(name)
  const meant = named ? [named] : workplace.entities.filter(({ groups }) => groups.includes(name))
  if (meant.length === 0 || meant.some(({ states }) => states?.values.includes(state))) return []
  const values = meant.flatMap(({ states }) => states?.values ?? [])
  return [
    {
      code: 'unknown-state',
      path: [...path, 'state'],
      message: `"${name}" has no state "${state}"`,
      mend:
        values.length === 0 ? 'Give the entity states in the workplace.' : `It has: ${values.join(', ')}.`,
    },
  ]
}

const isSocket = ({ type }: { type: string }): boolean => type === 'socket'

/** The known name that shares the longest beginning, if any is worth offering. */
function closest(name: string, known: ReadonlySet<string>): string | undefined {
  const scored = [...known].map((other) => ({ other, shared: sharedBeginning(name, other) }))
  const [best] = scored.toSorted((a, b) => b.shared - a.shared)
  return best !== undefined && best.shared > 1 ? best.other : undefined
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
