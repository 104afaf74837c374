import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { numberOf, templateOf } from '../personal.ts'
import { ask } from '../who.ts'
import { defineCondition, whoFields } from './define-condition.ts'

export const held = defineCondition({
  type: 'held',
  schema: z.strictObject({
    type: z.literal('held'),
    entity: documentId.optional(),
    group: documentId.optional(),
    /** Of personal things only one's own, or only another person's. */
    whose: z.enum(['own', 'other']).optional(),
    ...whoFields,
  }),
  doc: 'Somebody holds the entity, one of the group, or anything.',
  compile(c, site) {
    const named = c.entity ?? c.group
    const wanted = named === undefined ? null : new Set(site.expand(named))
    const fits = (id: string | undefined, number: number): boolean => {
      if (id === undefined || (wanted !== null && !wanted.has(templateOf(id)))) return false
      if (c.whose === undefined || numberOf(id) === 0) return c.whose === undefined
      return (numberOf(id) === number) === (c.whose === 'own')
    }
    return ask(site.who(c), (_draft, _actor, { holding, number: own, standIn }) => {
      const number = standIn?.number ?? own
      return fits(holding.left, number) || fits(holding.right, number)
    })
  },
})
