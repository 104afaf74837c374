import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'

export const inSocket = defineCondition({
  type: 'inSocket',
  schema: z.strictObject({ type: z.literal('inSocket'), entity: documentId, socket: documentId.optional() }),
  doc: 'The entity (or one of the group) was put into the socket, or into any.',
  compile(c, site) {
    const ids = site.expand(c.entity)
    return ({ state }) =>
      ids.some((id) => {
        const place = state.entities[id]?.place
        return place?.kind === 'socket' && (c.socket === undefined || place.socket === c.socket)
      })
  },
})
