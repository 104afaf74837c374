import { z } from 'zod'
import { defineCondition, type Condition } from './define-condition.ts'

export const not = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'not',
    schema: z.strictObject({ type: z.literal('not'), of: condition }),
    doc: 'The part is false. Mind that a sensor without a reading is false too.',
    parts: (c) => [c.of],
    compile(c, site) {
      const part = site.part(c.of, 'of')
      return (draft) => !part(draft)
    },
  })
