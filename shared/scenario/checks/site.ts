import type { Path, Wrong } from '../finding.ts'
import type { Scenario } from '../scenario.ts'
import type { Workplace } from '../workplace.ts'
import { nodesOf, type NodePlace } from './nodes-of.ts'

/** What is known of the asset files: file → hash and size. */
export type AssetFiles = Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>

/** What a check looks at. */
export interface Site {
  readonly scenario: Scenario
  readonly workplace: Workplace
  /** Absent where files cannot be looked at, e.g. in an editor. */
  readonly assets: AssetFiles | undefined
  /** Every node of the procedure, outer ones first. */
  readonly nodes: readonly NodePlace[]
  readonly entities: ReadonlyMap<string, Workplace['entities'][number]>
  readonly groups: ReadonlySet<string>
}

/** One thing to look for; returns nothing when all is well. */
export type Check = (site: Site) => Wrong[]

export function siteOf(scenario: Scenario, workplace: Workplace, assets?: AssetFiles): Site {
  return {
    scenario,
    workplace,
    assets,
    nodes: nodesOf(scenario.procedure),
    entities: new Map(workplace.entities.map((entity) => [entity.id, entity])),
    groups: new Set(workplace.entities.flatMap(({ groups }) => groups)),
  }
}

/** Every object in a JSON value with its path, outer ones first. */
export function* objectsIn(
  value: unknown,
  path: Path,
): Generator<{ object: Readonly<Record<string, unknown>>; path: Path }> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* objectsIn(item, [...path, i])
  } else if (typeof value === 'object' && value !== null) {
    yield { object: value as Record<string, unknown>, path }
    for (const [key, member] of Object.entries(value)) yield* objectsIn(member, [...path, key])
  }
}

/** Like `objectsIn`, for strings. */
export function* stringsIn(value: unknown, path: Path): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value))
      yield* stringsIn(member, [...path, Array.isArray(value) ? Number(key) : key])
  }
}
