import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { emit } from '../draft.ts'
import { endSession } from '../end-session.ts'
import { goTo as jumpTo } from '../run-node.ts'
import { restoreCheckpoint as restore } from '../save-checkpoint.ts'
import { defineConsequence } from './define-consequence.ts'

export const goTo = defineConsequence({
  type: 'goTo',
  schema: z.strictObject({ type: z.literal('goTo'), node: documentId }),
  doc: 'Leaves the present path (its unfinished steps are left out) and goes on from that node.',
  compile: (c) => (draft) => jumpTo(draft, c.node),
})

export const restoreCheckpoint = defineConsequence({
  type: 'restoreCheckpoint',
  schema: z.strictObject({ type: z.literal('restoreCheckpoint'), checkpoint: documentId }),
  doc: 'The world as it was at the checkpoint, and on from there; mistakes and time stay.',
  compile: (c) => (draft, actor) => {
    if (restore(draft, c.checkpoint))
      emit(draft, {
        type: 'cue',
        kind: 'restored',
        data: { checkpoint: c.checkpoint },
        ...(actor === '' ? {} : { actor }),
      })
  },
})

export const end = defineConsequence({
  type: 'end',
  schema: z.strictObject({ type: z.literal('end'), outcome: documentId }),
  doc: 'The session ends with that outcome.',
  compile: (c) => (draft) => endSession(draft, c.outcome),
})
