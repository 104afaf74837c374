import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { setEntityState } from '../draft.ts'
import { defineConsequence } from './define-consequence.ts'

export const setState = defineConsequence({
  type: 'setState',
  schema: z.strictObject({ type: z.literal('setState'), entity: documentId, state: documentId }),
  doc: 'Gives an entity (or a group) another of its states.',
  compile(c, site) {
    const things = site.things(c.entity)
    return (draft) => things(draft).forEach((id) => setEntityState(draft, id, c.state))
  },
})
