import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { anyDone } from './done-since.ts'

export const acted = defineCondition({
  type: 'acted',
  schema: z.strictObject({
    type: z.literal('acted'),
    action: z.string().max(40),
    target: documentId.optional(),
    group: documentId.optional(),
    /** `start`: an act done before the step was due counts too, as an exam's free order needs. */
    since: z.enum(['step', 'start']).default('step'),
    ...whoFields,
  }),
  doc: 'The act was done and accepted: on the target, on one of the group, or at all; since the step or the session began.',
  compile(c, site) {
    const named = c.target ?? c.group
    const keys = named === undefined ? [c.action] : site.expand(named).map((id) => `${c.action} ${id}`)
    return anyDone(keys, site.who(c), c.since === 'step' ? site.step : null)
  },
})
