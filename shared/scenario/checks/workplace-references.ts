import type { Wrong } from '../finding.ts'
import { objectsIn, type Check } from './site.ts'

/** SCN-22: what a workplace names exists, and the scenario stands in it. */
export const workplaceReferences: Check = ({ scenario, workplace, entities, groups }) => {
  const wrongs: Wrong[] = []
  const inWorkplace = (code: string, path: Wrong['path'], message: string, mend: string) =>
    wrongs.push({ code, document: 'workplace', path, message, mend })
  const assets = new Set(workplace.assets.map(({ id }) => id))
  const simulations = new Set(workplace.simulations.map(({ id }) => id))
  for (const [i, entity] of workplace.entities.entries()) {
    const at = (...path: Wrong['path']) => ['entities', i, ...path]
    if (entity.model && !assets.has(entity.model.asset))
      inWorkplace(
        'unknown-asset',
        at('model', 'asset'),
        `there is no asset "${entity.model.asset}"`,
        'List its file under assets.',
      )
    if (entity.parent !== undefined && !entities.has(entity.parent))
      inWorkplace(
        'unknown-entity',
        at('parent'),
        `there is no entity "${entity.parent}"`,
        'Name an entity of this workplace.',
      )
    if (ancestry(entity.id, entities) === undefined)
      inWorkplace(
        'endless-parents',
        at('parent'),
        'its parents lead back to itself',
        'Remove one of the parents.',
      )
    if (entity.states && !entity.states.values.includes(entity.states.initial))
      inWorkplace(
        'unknown-state',
        at('states', 'initial'),
        `"${entity.states.initial}" is not among its states`,
        `Use one of: ${entity.states.values.join(', ')}.`,
      )
    for (const [j, affordance] of entity.affordances.entries()) {
      const { accepts, simulation } = affordance as { accepts?: unknown; simulation?: unknown }
      if (typeof simulation === 'string' && !simulations.has(simulation))
        inWorkplace(
          'unknown-simulation',
          at('affordances', j, 'simulation'),
          `there is no simulation "${simulation}"`,
          'Add it under simulations.',
        )
      for (const [k, name] of (Array.isArray(accepts) ? accepts : []).entries()) {
        if (typeof name === 'string' && !entities.has(name) && !groups.has(name))
          inWorkplace(
            'socket-accepts-nothing',
            at('affordances', j, 'accepts', k),
            `nothing here is called "${name}"`,
            'Name an entity or a group that exists.',
          )
      }
    }
  }
  const variables = new Set(workplace.variables.map(({ id }) => id))
  const nameable: Readonly<Record<string, ReadonlySet<string> | typeof entities>> = {
    entity: entities,
    base: entities,
    switch: entities,
    simulation: simulations,
    paceVariable: variables,
  }
  for (const { object, path } of objectsIn(workplace.simulations, ['simulations'])) {
    for (const [key, known] of Object.entries(nameable)) {
      const name = object[key]
      if (typeof name === 'string' && !known.has(name))
        inWorkplace(
          `unknown-${key}`,
          [...path, key],
          `there is no ${key} "${name}"`,
          'Name one of this workplace.',
        )
    }
  }
  if (scenario.workplace !== workplace.id)
    wrongs.push({
      code: 'other-workplace',
      path: ['workplace'],
      message: `the scenario wants "${scenario.workplace}", this is "${workplace.id}"`,
      mend: 'Load the workplace it names.',
    })
  const spawns = new Set(workplace.spawns.map(({ id }) => id))
  for (const [i, { spawn }] of scenario.roles.entries()) {
    if (!spawns.has(spawn))
      wrongs.push({
        code: 'unknown-spawn',
        path: ['roles', i, 'spawn'],
        message: `the workplace has no spawn point "${spawn}"`,
        mend: `It has: ${[...spawns].join(', ')}.`,
      })
  }
  return wrongs
}

function ancestry(
  id: string,
  entities: ReadonlyMap<string, { parent?: string | undefined }>,
): string[] | undefined {
  const seen: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = entities.get(at)?.parent) {
    if (seen.includes(at)) return undefined
    seen.push(at)
  }
  return seen
}
