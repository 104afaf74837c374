import { z } from 'zod'

export const mistakeCategory = z.enum([
  'omission',
  'commission',
  'order',
  'timing',
  'wrong-object',
  'wrong-tool',
  'precision',
  'unsafe',
  'communication',
])
export type MistakeCategory = z.infer<typeof mistakeCategory>

/** From least to worst; the order is the comparison. */
export const mistakeSeverity = z.enum(['minor', 'major', 'critical', 'fatal'])
export type MistakeSeverity = z.infer<typeof mistakeSeverity>
