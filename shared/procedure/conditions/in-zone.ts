import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineCondition } from './define-condition.ts'
import { anyReading } from './reading.ts'

export const inZone = defineCondition({
  type: 'inZone',
  schema: z.strictObject({ type: z.literal('inZone'), zone: documentId }),
  doc: 'Somebody’s head is inside the zone.',
  sensors: (c) => [{ kind: 'zone', zone: c.zone }],
  compile: (c) => anyReading({ kind: 'zone', zone: c.zone }, (inside) => inside === 1),
})
