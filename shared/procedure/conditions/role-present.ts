import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'

export const rolePresent = defineCondition({
  type: 'rolePresent',
  schema: z.strictObject({ type: z.literal('rolePresent'), role: documentId }),
  doc: 'Somebody in that role is connected.',
  compile(c) {
    return ({ state }) => {
      for (const actor in state.participants) {
        const person = state.participants[actor]
        if (person?.connected === true && person.role === c.role) return true
      }
      return false
    }
  },
})
