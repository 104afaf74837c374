import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

export const lookedAt = defineCondition({
  type: 'lookedAt',
  schema: z.strictObject({
    type: z.literal('lookedAt'),
    entity: documentId,
    withinTenths: z.int().min(50).max(1800),
    ...whoFields,
  }),
  doc: 'Somebody’s head (not eyes) points at the entity, within tenths of a degree.',
  sensors: (c) => [{ kind: 'look', target: c.entity }],
  compile: (c, site) =>
    reading(site.who(c), { kind: 'look', target: c.entity }, (tenths) => tenths <= c.withinTenths),
})
