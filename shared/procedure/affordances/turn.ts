import { z } from 'zod'
import { documentId, languageMap, vector3 } from '#shared/scenario/common.ts'
import { entityState, setEntityState } from '../draft.ts'
import { defineAffordance } from './define-affordance.ts'
import { reachMm } from './reach.ts'

export const turn = defineAffordance({
  type: 'turn',
  schema: z.strictObject({
    type: z.literal('turn'),
    /** In the thing's own frame. */
    axis: vector3,
    /** Where it stops on its way, each a state of the thing. */
    detents: z
      .array(z.strictObject({ state: documentId, degrees: z.number().min(-3600).max(3600) }))
      .min(2)
      .max(16),
    verb: languageMap.optional(),
    reachMm,
  }),
  doc: 'Turns about an axis to the detent of param `to` (a state), without it to the next, after the last to the first.',
  reachMm: 1200,
  actions: {
    turn: {
      check(draft, intent, { detents }) {
        const to = intent.params?.['to']
        const known = to === undefined || detents.some(({ state }) => state === to)
        return known && entityState(draft, intent.target).state !== to ? null : 'not-possible'
      },
      apply(draft, intent, { detents }) {
        const to = intent.params?.['to']
        const at = detents.findIndex(({ state }) => state === entityState(draft, intent.target).state)
        const next = detents.find(({ state }) => state === to) ?? detents[(at + 1) % detents.length]
        if (next) setEntityState(draft, intent.target, next.state)
      },
    },
  },
})
