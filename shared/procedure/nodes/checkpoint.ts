import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { saveCheckpoint } from '../save-checkpoint.ts'
import { complete } from '../run-node.ts'
import { defineNode } from './define-node.ts'

export const checkpoint = defineNode({
  type: 'checkpoint',
  schema: z.strictObject({ type: z.literal('checkpoint'), id: documentId }),
  doc: 'Remembers the world as it is here, for restoreCheckpoint.',
  compile: () => ({
    enter(draft, self) {
      saveCheckpoint(draft, self.id)
      complete(draft, self.id)
    },
  }),
})
