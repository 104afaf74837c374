import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'

const operators = {
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
  '==': (a: number, b: number) => a === b,
  '!=': (a: number, b: number) => a !== b,
} as const

export const compare = defineCondition({
  type: 'compare',
  schema: z
    .strictObject({
      type: z.literal('compare'),
      /** `<simulation>.<signal>` */
      signal: z.string().max(80).optional(),
      variable: documentId.optional(),
      op: z.enum(['<', '<=', '>', '>=', '==', '!=']),
      value: z.int(),
    })
    .refine(
      (c) => (c.signal === undefined) !== (c.variable === undefined),
      'names either a signal or a variable',
    ),
  doc: 'A signal of a simulation or a variable stands so to a number.',
  compile(c) {
    const holds = operators[c.op]
    const { signal, variable } = c
    return ({ state }) => {
      const value = signal === undefined ? state.variables[variable ?? ''] : state.signals[signal]
      return value !== undefined && holds(value, c.value)
    }
  },
})
