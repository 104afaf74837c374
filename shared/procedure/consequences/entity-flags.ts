import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { changeEntity, entityState } from '../draft.ts'
import { defineConsequence, type AnyConsequence } from './define-consequence.ts'

export const lock = flag('lock', 'locked', true, 'The entity (or group) refuses to be used, in every mode.')
export const unlock = flag('unlock', 'locked', false, 'Takes such a lock away.')
export const hide = flag('hide', 'hidden', true, 'The entity (or group) is not there.')
export const show = flag('show', 'hidden', false, 'It is there again.')

export const highlight = defineConsequence({
  type: 'highlight',
  schema: z.strictObject({ type: z.literal('highlight'), entity: documentId, on: z.boolean().default(true) }),
  doc: 'Makes the entity (or group) stand out, where the mode has highlights.',
  compile(c, site) {
    const things = site.things(c.entity)
    return (draft) => {
      for (const id of things(draft))
        if ((entityState(draft, id).highlighted ?? false) !== c.on)
          changeEntity(draft, id, { highlighted: c.on })
    }
  },
})

function flag(type: string, field: 'locked' | 'hidden', value: boolean, doc: string): AnyConsequence {
  return defineConsequence({
    type,
    schema: z.strictObject({ type: z.literal(type), entity: documentId }),
    doc,
    compile(c, site) {
      const things = site.things(c.entity)
      return (draft) => {
        for (const id of things(draft))
          if ((entityState(draft, id)[field] ?? false) !== value) changeEntity(draft, id, { [field]: value })
      }
    },
  })
}
