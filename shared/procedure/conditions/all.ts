import { z } from 'zod'
import { defineCondition, type Condition } from './define-condition.ts'

export const all = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'all',
    schema: z.strictObject({ type: z.literal('all'), of: z.array(condition).min(1).max(16) }),
    doc: 'Every part is true.',
    parts: (c) => c.of,
    compile(c, site) {
      const parts = c.of.map((part, i) => site.part(part, String(i)))
      // Every part is asked each time, so that parts with a memory never depend on their order.
      return (draft) => {
        let result = true
        for (const part of parts) if (!part(draft)) result = false
        return result
      }
    },
  })
