import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import { mistakeCategory, mistakeSeverity } from '#shared/scenario/mistake.ts'
import { recordMistake as record } from '../record-mistake.ts'
import { defineConsequence } from './define-consequence.ts'

export const recordMistake = defineConsequence({
  type: 'recordMistake',
  schema: z.strictObject({
    type: z.literal('recordMistake'),
    id: documentId,
    category: mistakeCategory,
    severity: mistakeSeverity,
    text: languageMap,
    remedy: languageMap,
    measure: z.string().max(64).optional(),
  }),
  doc: 'Writes a mistake down.',
  compile: (c) => (draft, actor) => record(draft, c, actor),
})
