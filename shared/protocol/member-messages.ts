import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import type { Moderation } from './members.ts'

const person = z.uuid()
const role = z.union([z.literal(''), documentId])
const on = z.boolean()

/** Parses `room.request('moderate', …)`. Server only: clients do not carry zod. */
export const moderation: z.ZodType<Moderation> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('remove'), person }),
  z.strictObject({ act: z.literal('mute'), person, on }),
  z.strictObject({ act: z.literal('assign'), person, role }),
  z.strictObject({ act: z.literal('promote'), person, role }),
  z.strictObject({ act: z.literal('lock'), on }),
  z.strictObject({ act: z.literal('fill'), role: documentId }),
  z.strictObject({ act: z.literal('begin') }),
])

/** Parses `room.request('clock', …)`: whatever clock the client has, in ms. */
export const clockRequest = z.strictObject({ t0: z.number() })
