import { z } from 'zod'
import { defineCondition, whoFields, type Condition } from './define-condition.ts'
import { ask } from '../who.ts'

export const onePerson = (condition: z.ZodType<Condition>) =>
  defineCondition({
    type: 'onePerson',
    schema: z.strictObject({ type: z.literal('onePerson'), of: condition, ...whoFields }),
    doc: 'All that the part says of people is true of one and the same person (or, each time, of each). The part must not look back in time.',
    parts: (c) => [c.of],
    compile(c, site) {
      const part = site.part(c.of, 'of')
      return ask(site.who(c), (draft, actor) => {
        const before = draft.only
        draft.only = actor
        const result = part(draft)
        draft.only = before
        return result
      })
    },
  })
