import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { entityState, participant, setEntityState } from '../draft.ts'
import { partOf } from '../stand-in.ts'
import { defineAffordance } from './define-affordance.ts'
import { handHolding } from './holding.ts'
import { reachMm } from './reach.ts'

export const pull = defineAffordance({
  type: 'pull',
  schema: z.strictObject({ type: z.literal('pull'), sets: documentId.default('pulled'), reachMm }),
  doc: 'Can be pulled out of the thing it belongs to, which must be held: first take that, then pull this.',
  reachMm: 1200,
  actions: {
    pull: {
      check(draft, intent, { sets }) {
        if (entityState(draft, intent.target).state === sets) return 'not-possible'
        const parent = draft.compiled.entities.get(intent.target)?.document.parent
        const { person } = partOf(intent.actor, participant(draft, intent.actor))
        const holds = [intent.actor, person].some((each) => parent && handHolding(draft, each, parent))
        return parent === undefined || holds ? null : 'not-held'
      },
      apply: (draft, intent, { sets }) => setEntityState(draft, intent.target, sets),
    },
  },
})
