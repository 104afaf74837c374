import { z } from 'zod'
import { own } from '../draft.ts'
import { defineCondition, type Condition } from './define-condition.ts'

export const holds = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'holds',
    schema: z.strictObject({
      type: z.literal('holds'),
      of: condition,
      ms: z.int().positive().max(3_600_000),
    }),
    doc: 'The part has been true without a break for that long.',
    parts: (c) => [c.of],
    compile(c, site) {
      const part = site.part(c.of, 'of')
      const key = site.memoryKey()
      return (draft) => {
        const since = draft.state.memory[key]?.[0]
        if (!part(draft)) {
          if (since !== undefined) delete own(draft, 'memory')[key]
          return false
        }
        if (since === undefined) own(draft, 'memory')[key] = [draft.state.timeMs]
        return draft.state.timeMs - (since ?? draft.state.timeMs) >= c.ms
      }
    },
  })
