import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition, whoFields } from './define-condition.ts'
import { reading } from './reading.ts'

export const inZone = defineCondition({
  type: 'inZone',
  schema: z.strictObject({ type: z.literal('inZone'), zone: documentId, ...whoFields }),
  doc: 'Somebody’s head is inside the zone.',
  sensors: (c) => [{ kind: 'zone', zone: c.zone }],
  compile: (c, site) => reading(site.who(c), { kind: 'zone', zone: c.zone }, (inside) => inside === 1),
})
