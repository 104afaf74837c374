import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { endSession } from '../end-session.ts'
import { defineNode } from './define-node.ts'

export const end = defineNode({
  type: 'end',
  schema: z.strictObject({ type: z.literal('end'), id: documentId, outcome: documentId }),
  doc: 'The session ends with that outcome.',
  compile: (n) => ({
    enter: (draft) => endSession(draft, n.outcome),
  }),
})
