import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { defineAffordance } from './define-affordance.ts'

export const socketSchema = z.strictObject({
  type: z.literal('socket'),
  /** Ids or groups. */
  accepts: z.array(documentId).min(1),
  toleranceMm: z.int().min(10).max(2000).default(300),
  toleranceTenths: z.int().min(50).max(1800).default(1800),
})
export type SocketDocument = z.output<typeof socketSchema>

export const socket = defineAffordance({
  type: 'socket',
  schema: socketSchema,
  doc: 'Takes what is released near enough to it. It is acted on by `release` of that thing, so it has no action of its own.',
  reachMm: 0,
  actions: {},
})
