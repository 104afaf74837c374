import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import { entityState, setEntityState } from '../draft.ts'
import { defineAffordance } from './define-affordance.ts'
import { reachMm } from './reach.ts'

export const toggle = defineAffordance({
  type: 'toggle',
  schema: z.strictObject({
    type: z.literal('toggle'),
    states: z.tuple([documentId, documentId]),
    verb: languageMap.optional(),
    reachMm,
  }),
  doc: 'Goes from one of two states to the other.',
  reachMm: 1200,
  actions: {
    toggle: {
      check: () => null,
      apply(draft, intent, { states: [one, other] }) {
        setEntityState(draft, intent.target, entityState(draft, intent.target).state === one ? other : one)
      },
    },
  },
})
