import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { own } from '../draft.ts'
import { defineConsequence } from './define-consequence.ts'

export const setVar = defineConsequence({
  type: 'setVar',
  schema: z.strictObject({
    type: z.literal('setVar'),
    variable: documentId,
    value: z.int().optional(),
    add: z.int().optional(),
  }),
  doc: 'Sets a variable, or adds to it; it stays within its range.',
  compile: (c) => (draft) => {
    const known = draft.compiled.workplace.variables.find((v) => v.id === c.variable)
    if (!known) return
    const value = (c.value ?? draft.state.variables[c.variable] ?? known.initial) + (c.add ?? 0)
    own(draft, 'variables')[c.variable] = Math.max(known.min, Math.min(known.max, value))
  },
})
