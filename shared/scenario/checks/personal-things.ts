import type { SocketDocument } from '#shared/procedure/affordances/socket.ts'
import type { Wrong } from '../finding.ts'
import { objectsIn, type Check, type Site } from './site.ts'

/** Room for "@" and a number in what a client may name. */
const MAX_ID = 56

/** SCN-37: parts of personal things are personal, nobody's machines are, and there is room for those of all. */
export const personalThings: Check = (site) => [...parts(site), ...simulated(site), ...room(site)]

function parts({ workplace, entities }: Site): Wrong[] {
  return workplace.entities.flatMap(({ id, parent, personal }, i): Wrong[] => {
    const path = ['entities', i, 'personal']
    const whole = parent === undefined ? undefined : entities.get(parent)
    if (!personal && whole?.personal)
      return [wrong('part-not-personal', path, `it is a part of "${whole.id}", of which each person has one`)]
    if (personal && id.length > MAX_ID)
      return [wrong('id-too-long', path, `its number has to fit behind its id: at most ${MAX_ID} characters`)]
    return []
  })
}

function simulated({ workplace, entities }: Site): Wrong[] {
  return [...objectsIn(workplace.simulations, ['simulations'])].flatMap(({ object, path }) =>
    ['entity', 'base', 'switch'].flatMap((key) => {
      const name = object[key]
      const isPersonal = typeof name === 'string' && entities.get(name)?.personal
      return isPersonal
        ? [wrong('personal-in-simulation', [...path, key], `each person has a "${name}" of their own`)]
        : []
    }),
  )
}

/** A socket for personal things takes those of everybody. */
function room({ scenario, workplace, entities, groups }: Site): Wrong[] {
  const most = scenario.roles.reduce((sum, { max }) => sum + max, 0)
  const isPersonal = (name: string): boolean =>
    groups.has(name)
      ? workplace.entities.some((entity) => entity.personal && entity.groups.includes(name))
      : Boolean(entities.get(name)?.personal)
  return workplace.entities.flatMap(({ affordances, personal }, i) =>
    affordances.flatMap((affordance, j): Wrong[] => {
      if (affordance.type !== 'socket' || personal) return []
      const { accepts, capacity = 1 } = affordance as SocketDocument
      if (!accepts.some(isPersonal) || capacity >= most) return []
      const path = ['entities', i, 'affordances', j]
      return [
        {
          ...wrong('socket-too-small', path, `it takes ${capacity}, but ${most} people may bring one`),
          severity: 'warning',
        },
      ]
    }),
  )
}

function wrong(code: string, path: Wrong['path'], message: string): Wrong {
  return { code, document: 'workplace', path, message, mend: 'Change one of the two.' }
}
