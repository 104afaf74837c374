import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineNode } from './define-node.ts'

const barrierSchema = z.strictObject({
  type: z.literal('barrier'),
  id: documentId,
  /** Barriers that wait for one another. */
  meet: documentId,
  /** Who waits here; absent: the roles of the steps in this lane. */
  roles: z.array(documentId).default([]),
})
export type BarrierDocument = z.output<typeof barrierSchema>

export const barrier = defineNode({
  type: 'barrier',
  schema: barrierSchema,
  doc: 'Roles meet: waits until every barrier of the same meeting is reached or left out.',
  // meet.ts opens it.
  compile: () => ({ enter: () => undefined }),
})
