import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

const millimetres = z.int().min(0).max(100_000)

export const near = defineCondition({
  type: 'near',
  schema: z.strictObject({
    type: z.literal('near'),
    entity: documentId,
    withinMm: millimetres,
    beyondMm: millimetres.optional(),
    ...whoFields,
  }),
  doc: 'Somebody stands (head, seen from above) within, and where given beyond, that distance of the entity.',
  sensors: (c) => [{ kind: 'distance', target: c.entity }],
  compile: (c, site) =>
    reading(
      site.who(c),
      { kind: 'distance', target: c.entity },
      (mm) => mm <= c.withinMm && mm >= (c.beyondMm ?? 0),
    ),
})
