import { z } from 'zod'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

export const squeezing = defineCondition({
  type: 'squeezing',
  schema: z.strictObject({
    type: z.literal('squeezing'),
    minPercent: z.int().min(1).max(100).default(10),
    ...whoFields,
  }),
  doc: 'Somebody squeezes the trigger of a held tool at least that far.',
  sensors: () => [{ kind: 'squeeze' }],
  compile: (c, site) => reading(site.who(c), { kind: 'squeeze' }, (percent) => percent >= c.minPercent),
})
