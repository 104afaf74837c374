import { z } from 'zod'
import { templateOf } from '../personal.ts'
import { isMeant } from '../who.ts'
import { defineCondition, whoFields } from './define-condition.ts'

export const event = defineCondition({
  type: 'event',
  schema: z.strictObject({
    type: z.literal('event'),
    eventType: z.string().max(40),
    with: z.record(z.string().max(40), z.union([z.string().max(100), z.int(), z.boolean()])).default({}),
    roles: whoFields.roles,
  }),
  doc: 'Such an event happened just now, by somebody who is meant where it has an actor (true for the one pass that comes next after it). Prefer a condition over the state where there is one.',
  compile(c, site) {
    const wanted = Object.entries(c.with)
    const { gate } = site.who(c)
    return (draft) => {
      for (let i = draft.seenFrom; i < draft.seenTo; i += 1) {
        const happened = draft.events[i] as unknown as Record<string, unknown>
        if (happened['type'] !== c.eventType) continue
        const { actor } = happened
        if (typeof actor === 'string' && !isMeant(draft, gate, actor)) continue
        if (!wanted.every(([key, value]) => sameAs(happened[key], value))) continue
        if (typeof actor === 'string') draft.witness = actor
        return true
      }
      return false
    }
  },
})

/** A personal thing is known by its template, too. */
function sameAs(happened: unknown, wanted: string | number | boolean): boolean {
  return happened === wanted || (typeof happened === 'string' && templateOf(happened) === wanted)
}
