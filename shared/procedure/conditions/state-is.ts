import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { aboutThings } from './about-things.ts'
import { defineCondition, whoFields } from './define-condition.ts'

export const stateIs = defineCondition({
  type: 'stateIs',
  schema: z.strictObject({
    type: z.literal('stateIs'),
    entity: documentId,
    state: documentId,
    ...whoFields,
  }),
  doc: 'The entity (or one of the group) is in that state; of a personal one somebody’s own, or that of each.',
  compile: (c, site) =>
    aboutThings(site, site.who(c), c.entity, ({ state }, id) => state.entities[id]?.state === c.state),
})
