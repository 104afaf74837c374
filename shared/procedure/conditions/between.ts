import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

const tenths = z.int().min(0).max(1800)

export const between = defineCondition({
  type: 'between',
  schema: z.strictObject({
    type: z.literal('between'),
    entity: documentId,
    other: documentId,
    minTenths: tenths.optional(),
    maxTenths: tenths.optional(),
    ...whoFields,
  }),
  doc: 'Seen from above, a person sees the two entities that far apart, in tenths of a degree: 1800 is one in front, one behind.',
  sensors: (c) => [{ kind: 'between', target: c.entity, other: c.other }],
  compile: (c, site) =>
    reading(
      site.who(c),
      { kind: 'between', target: c.entity, other: c.other },
      (angle) => angle >= (c.minTenths ?? 0) && angle <= (c.maxTenths ?? 1800),
    ),
})
