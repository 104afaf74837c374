import { z } from 'zod'
import { defineCondition } from './define-condition.ts'
import { anyReading } from './reading.ts'

export const squeezing = defineCondition({
  type: 'squeezing',
  schema: z.strictObject({ type: z.literal('squeezing'), minPercent: z.int().min(1).max(100).default(10) }),
  doc: 'Somebody squeezes the trigger of a held tool at least that far.',
  sensors: () => [{ kind: 'squeeze' }],
  compile: (c) => anyReading({ kind: 'squeeze' }, (percent) => percent >= c.minPercent),
})
