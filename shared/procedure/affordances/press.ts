import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import { setEntityState } from '../draft.ts'
import { defineAffordance } from './define-affordance.ts'
import { reachMm } from './reach.ts'

export const press = defineAffordance({
  type: 'press',
  schema: z.strictObject({
    type: z.literal('press'),
    sets: documentId.optional(),
    verb: languageMap.optional(),
    reachMm,
  }),
  doc: 'Can be pressed; goes into the state `sets`, where given.',
  reachMm: 1200,
  actions: {
    press: {
      check: () => null,
      apply(draft, intent, { sets }) {
        if (sets !== undefined) setEntityState(draft, intent.target, sets)
      },
    },
  },
})
