import { z } from 'zod'
import { defineCondition } from './define-condition.ts'

export const mode = defineCondition({
  type: 'mode',
  schema: z.strictObject({ type: z.literal('mode'), is: z.array(z.string().max(20)).min(1) }),
  doc: 'The session runs in one of these modes.',
  compile: (c) => (draft) => c.is.includes(draft.state.mode),
})
