import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

export const pointedAt = defineCondition({
  type: 'pointedAt',
  schema: z.strictObject({
    type: z.literal('pointedAt'),
    entity: documentId,
    withinMm: z.int().min(10).max(5000),
    ...whoFields,
  }),
  doc: 'The ray of a held tool’s muzzle passes the entity that closely.',
  sensors: (c) => [{ kind: 'aim', target: c.entity }],
  compile: (c, site) => reading(site.who(c), { kind: 'aim', target: c.entity }, (mm) => mm <= c.withinMm),
})
