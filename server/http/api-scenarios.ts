import { Hono } from 'hono'
import type { PeopleStore } from '#server/people/people-store.ts'
import type { LoadedScenario, Scenarios } from '#server/scenarios/scenarios.ts'
import { canBotFill } from '#shared/scenario/can-bot-fill.ts'
import { clientEdition } from '#shared/session/client-edition.ts'
import type { HttpEnv } from './http-env.ts'
import { mayLead, mayStart } from './may.ts'
import { refusals, refuse } from './refuse.ts'

/** What there is to train, and the edition of a document that a client may hold: nothing that judges or foretells, in any mode. */
export function scenariosApi({
  scenarios,
  people,
}: {
  scenarios: Scenarios
  people: PeopleStore
}): Hono<HttpEnv> {
  const api = new Hono<HttpEnv>()

  api.get('/', async (context) => {
    const grants = await people.grants(context.get('person'))
    const listed = await Promise.all(
      (await scenarios.list()).map(({ id, version }) => scenarios.load(id, version)),
    )
    return context.json(
      listed
        .filter((loaded) => loaded !== undefined)
        .map(({ scenario }) => ({
          id: scenario.id,
          version: scenario.version,
          title: scenario.title,
          summary: scenario.summary,
          expectedMinutes: scenario.expectedMinutes,
          languages: scenario.languages,
          objectives: scenario.objectives.map(({ text }) => text),
          roles: scenario.roles.map(({ id, name, min, max }) => ({
            id,
            name,
            min,
            max,
            bot: canBotFill(scenario, id),
          })),
          lead: mayLead(grants, scenario.id),
          modes: Object.keys(scenario.modes).map((name) => ({
            name,
            open: mayStart(name, scenario.id, grants),
          })),
        })),
    )
  })

  api.get('/:id', async (context) => {
    const id = context.req.param('id')
    const loaded = await scenarios.load(id, context.req.query('version'))
    if (loaded === undefined)
      return refuse(refusals.unknown(`scenario "${id.slice(0, 64)}"`, 'The lobby lists what there is.'))
    const grants = await people.grants(context.get('person'))
    return context.json(
      clientEdition(loaded.scenario, loaded.workplace, loaded.hash, assetUrl, (mode) =>
        mayStart(mode, id, grants),
      ),
    )
  })

  return api
}

/** The hash in the address lets browsers keep the file for ever. */
function assetUrl({ file, sha256 }: LoadedScenario['workplace']['assets'][number]): string {
  return `/assets/built/${file}?v=${sha256.slice(0, 16)}`
}
