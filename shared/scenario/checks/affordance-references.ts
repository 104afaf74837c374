import type { Affordance } from '#shared/procedure/affordances/define-affordance.ts'
import type { Wrong } from '../finding.ts'
import type { Check, Site } from './site.ts'

/** SCN-22: keys, things held fast, and states that affordances name exist. */
export const affordanceReferences: Check = (site) =>
  site.workplace.entities.flatMap(({ affordances, states }, i) =>
    affordances.flatMap((affordance, j) => {
      const at = ['entities', i, 'affordances', j]
      return [
        ...unknownThings(site, affordance, at),
        ...unknownStates(affordance, new Set(states?.values), at),
      ]
    }),
  )

function unknownThings({ entities, groups }: Site, affordance: Affordance, at: Wrong['path']): Wrong[] {
  const { key, holdsFast = [] } = affordance as { key?: string; holdsFast?: string[] }
  const named = [
    ...holdsFast.map((name, k) => ({ name, path: [...at, 'holdsFast', k] })),
    ...(key === undefined ? [] : [{ name: key, path: [...at, 'key'] }]),
  ]
  return named
    .filter(({ name }) => !entities.has(name) && !groups.has(name))
    .map(({ name, path }) => ({
      code: 'unknown-entity',
      document: 'workplace',
      path,
      message: `nothing here is called "${name}"`,
      mend: 'Name an entity or a group that exists.',
    }))
}

function unknownStates(affordance: Affordance, known: ReadonlySet<string>, at: Wrong['path']): Wrong[] {
  const { openIn, detents = [] } = affordance as { openIn?: string; detents?: { state: string }[] }
  const named = [
    ...detents.map(({ state }, k) => ({ state, path: [...at, 'detents', k, 'state'] })),
    ...(openIn === undefined ? [] : [{ state: openIn, path: [...at, 'openIn'] }]),
  ]
  return named
    .filter(({ state }) => !known.has(state))
    .map(({ state, path }) => ({
      code: 'unknown-state',
      document: 'workplace',
      path,
      message: `"${state}" is not among its states`,
      mend: known.size === 0 ? 'Give it states.' : `Use one of: ${[...known].join(', ')}.`,
    }))
}
