import type { ClientEdition, ClientEntity, ClientWorkplace } from '#shared/protocol/views.ts'
import type { ModeName, Scenario } from '#shared/scenario/scenario.ts'
import { canBotFill } from '#shared/scenario/can-bot-fill.ts'
import type { Entity, Workplace } from '#shared/scenario/workplace.ts'

/** Modes a trainee can be offered from the lobby; the others have pages of their own. */
const offered: readonly ModeName[] = ['guided', 'practice', 'exam']

/**
 * What a client gets of the documents: the world and how to act in it. No transitions, rules, scores, tests, step texts,
 * simulation parameters or variables - so in an exam there is nothing to read ahead.
 *
 * @param urlOf where an asset's file is served.
 * @param mayEnter which modes are open to this person.
 */
export function clientEdition(
  scenario: Scenario,
  workplace: Workplace,
  contentHash: string,
  urlOf: (asset: Workplace['assets'][number]) => string,
  mayEnter: (mode: ModeName) => boolean,
): ClientEdition {
  return {
    id: scenario.id,
    version: scenario.version,
    contentHash,
    title: scenario.title,
    summary: scenario.summary,
    briefing: scenario.briefing,
    safetyNotice: scenario.safetyNotice,
    languages: scenario.languages,
    expectedMinutes: scenario.expectedMinutes,
    modes: offered
      .filter((name) => scenario.modes[name] !== undefined)
      .map((name) => ({ name, open: mayEnter(name), maxPauses: scenario.modes[name]?.maxPauses ?? null })),
    roles: scenario.roles.map(({ id, name, spawn, briefing, min, max }) => ({
      id,
      name,
      spawn,
      ...(briefing && { briefing }),
      min,
      max,
      bot: canBotFill(scenario, id),
    })),
    workplace: workplaceEdition(workplace, urlOf),
  }
}

function workplaceEdition(
  workplace: Workplace,
  urlOf: (asset: Workplace['assets'][number]) => string,
): ClientWorkplace {
  const { id, walkable, obstacles, spawns, teleportSpots, safePlace, panel } = workplace
  return {
    id,
    walkable,
    obstacles,
    spawns,
    teleportSpots,
    safePlace,
    panel,
    assets: workplace.assets.map((asset) => ({
      id: asset.id,
      url: urlOf(asset),
      sha256: asset.sha256,
      bytes: asset.bytes,
    })),
    entities: workplace.entities.map(entityEdition),
  }
}

function entityEdition({
  id,
  model,
  transform,
  parent,
  name,
  description,
  hazards,
  affordances,
  states,
  personal,
}: Entity): ClientEntity {
  return {
    id,
    ...(model && { model }),
    position: transform.position,
    rotation: transform.rotation,
    ...(parent && { parent }),
    name,
    description,
    hazards,
    affordances,
    ...(states && { states }),
    ...(personal && { personal }),
  }
}
