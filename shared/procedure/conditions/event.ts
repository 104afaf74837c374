import { z } from 'zod'
import { defineCondition } from './define-condition.ts'

export const event = defineCondition({
  type: 'event',
  schema: z.strictObject({
    type: z.literal('event'),
    eventType: z.string().max(40),
    with: z.record(z.string().max(40), z.union([z.string().max(100), z.int(), z.boolean()])).default({}),
  }),
  doc: 'Such an event happened just now (true for the one pass that comes next after it). Prefer a condition over the state where there is one.',
  compile(c) {
    const wanted = Object.entries(c.with)
    return ({ events, seenFrom, seenTo }) => {
      for (let i = seenFrom; i < seenTo; i += 1) {
        const happened = events[i] as unknown as Record<string, unknown>
        if (happened['type'] === c.eventType && wanted.every(([key, value]) => happened[key] === value))
          return true
      }
      return false
    }
  },
})
