import { z } from 'zod'
import { nodeState } from '../draft.ts'
import { defineCondition } from './define-condition.ts'

export const elapsed = defineCondition({
  type: 'elapsed',
  schema: z.strictObject({
    type: z.literal('elapsed'),
    ms: z.int().positive().max(86_400_000),
    since: z.enum(['step', 'start']).default('step'),
  }),
  doc: 'That much time has passed since the step (in a rule: the session) began; pauses do not count.',
  compile(c, site) {
    const step = c.since === 'step' ? site.step : null
    return (draft) => draft.state.timeMs - (step === null ? 0 : nodeState(draft, step).startedMs) >= c.ms
  },
})
