import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { aboutThings } from './about-things.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { anyDone, doneSince } from './done-since.ts'

export const released = defineCondition({
  type: 'released',
  schema: z.strictObject({
    type: z.literal('released'),
    entity: documentId.optional(),
    group: documentId.optional(),
    since: z.enum(['step', 'start']).default('step'),
    ...whoFields,
  }),
  doc: 'It was put down and is still out of everybody’s hands.',
  compile(c, site) {
    const named = c.entity ?? c.group
    const who = site.who(c)
    const step = c.since === 'step' ? site.step : null
    if (named === undefined) return anyDone(['release'], who, step)
    const done = doneSince(who, step)
    return aboutThings(
      site,
      who,
      named,
      (draft, id) => draft.state.entities[id]?.place.kind !== 'held' && done(draft, `release ${id}`),
    )
  },
})
