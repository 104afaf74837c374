import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'

export const held = defineCondition({
  type: 'held',
  schema: z.strictObject({
    type: z.literal('held'),
    entity: documentId.optional(),
    group: documentId.optional(),
  }),
  doc: 'Somebody holds the entity, one of the group, or anything.',
  compile(c, site) {
    const named = c.entity ?? c.group
    const wanted = named === undefined ? null : new Set(site.expand(named))
    return ({ state }) => {
      for (const actor in state.participants) {
        const hands = state.participants[actor]?.holding
        if (hands?.left !== undefined && (wanted === null || wanted.has(hands.left))) return true
        if (hands?.right !== undefined && (wanted === null || wanted.has(hands.right))) return true
      }
      return false
    }
  },
})
