import { z } from 'zod'
import { documentId, vector3 } from '#shared/scenario/common.ts'
import { defineAffordance } from './define-affordance.ts'

export const socketSchema = z.strictObject({
  type: z.literal('socket'),
  /** Ids or groups. */
  accepts: z.array(documentId).min(1),
  toleranceMm: z.int().min(10).max(2000).default(300),
  toleranceTenths: z.int().min(50).max(1800).default(1800),
  /** Takes that many things side by side; absent: one, at its own place. */
  capacity: z.int().min(2).max(64).optional(),
  /** Metres from one to the next, in the socket's own frame. */
  spacing: vector3.optional(),
  /** While something is in it, nothing can be done with these (ids or groups, or itself). */
  holdsFast: z.array(documentId).optional(),
  /** Things go in and come out only while its entity is in this state. */
  openIn: documentId.optional(),
})
export type SocketDocument = z.output<typeof socketSchema>

export const socket = defineAffordance({
  type: 'socket',
  schema: socketSchema,
  doc: 'Takes what is released near enough to it, one thing or several. It is acted on by `release` of that thing, so it has no action of its own.',
  reachMm: 0,
  actions: {},
})
