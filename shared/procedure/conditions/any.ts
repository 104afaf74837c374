import { z } from 'zod'
import { defineCondition, type Condition } from './define-condition.ts'

export const any = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'any',
    schema: z.strictObject({ type: z.literal('any'), of: z.array(condition).min(1).max(16) }),
    doc: 'At least one part is true.',
    parts: (c) => c.of,
    compile(c, site) {
      const parts = c.of.map((part, i) => site.part(part, String(i)))
      return (draft) => {
        let result = false
        for (const part of parts) if (part(draft)) result = true
        return result
      }
    },
  })
