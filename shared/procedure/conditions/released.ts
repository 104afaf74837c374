import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { entityState, nodeState } from '../draft.ts'
import { defineCondition } from './define-condition.ts'

export const released = defineCondition({
  type: 'released',
  schema: z.strictObject({
    type: z.literal('released'),
    entity: documentId.optional(),
    group: documentId.optional(),
    since: z.enum(['step', 'start']).default('step'),
  }),
  doc: 'It was put down and is still out of everybody’s hands.',
  compile(c, site) {
    const named = c.entity ?? c.group
    const wanted = named === undefined ? [] : site.expand(named)
    const step = c.since === 'step' ? site.step : null
    return (draft) => {
      const since = step === null ? 0 : nodeState(draft, step).startedEvent
      const acts = draft.state.acts
      if (named === undefined) return (acts['release'] ?? -1) >= since
      return wanted.some(
        (id) => (acts[`release ${id}`] ?? -1) >= since && entityState(draft, id).place.kind !== 'held',
      )
    }
  },
})
