import { z } from 'zod'
import { own } from '../draft.ts'
import { defineCondition, type Condition } from './define-condition.ts'

export const count = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'count',
    schema: z.strictObject({ type: z.literal('count'), of: condition, times: z.int().positive().max(1000) }),
    doc: 'The part has become true that many times.',
    parts: (c) => [c.of],
    compile(c, site) {
      const part = site.part(c.of, 'of')
      const key = site.memoryKey()
      return (draft) => {
        const [times = 0, before = 0] = draft.state.memory[key] ?? []
        const now = part(draft) ? 1 : 0
        const counted = times + (now > before ? 1 : 0)
        if (now !== before) own(draft, 'memory')[key] = [counted, now]
        return counted >= c.times
      }
    },
  })
