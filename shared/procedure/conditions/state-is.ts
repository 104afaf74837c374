import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'

export const stateIs = defineCondition({
  type: 'stateIs',
  schema: z.strictObject({ type: z.literal('stateIs'), entity: documentId, state: documentId }),
  doc: 'The entity (or one of the group) is in that state.',
  compile(c, site) {
    const ids = site.expand(c.entity)
    return ({ state }) => ids.some((id) => state.entities[id]?.state === c.state)
  },
})
