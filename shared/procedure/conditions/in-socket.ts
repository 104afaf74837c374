import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { templateOf } from '../personal.ts'
import { aboutThings } from './about-things.ts'
import { defineCondition, whoFields } from './define-condition.ts'

export const inSocket = defineCondition({
  type: 'inSocket',
  schema: z.strictObject({
    type: z.literal('inSocket'),
    entity: documentId,
    socket: documentId.optional(),
    ...whoFields,
  }),
  doc: 'The entity (or one of the group) was put into the socket, or into any; of a personal one somebody’s own, or that of each.',
  compile: (c, site) =>
    aboutThings(site, site.who(c), c.entity, ({ state }, id) => {
      const place = state.entities[id]?.place
      return place?.kind === 'socket' && (c.socket === undefined || templateOf(place.socket) === c.socket)
    }),
})
