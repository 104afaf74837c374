import { z } from 'zod'
import type { IntentMessage } from './messages.ts'

const whole = z.int()
const MOST_PARAMS = 16

/** Parses `room.request('intent', …)`. Server only: clients do not carry zod. */
export const intentMessage: z.ZodType<IntentMessage> = z.strictObject({
  epoch: whole.min(0).max(0xffff_ffff),
  seq: whole.min(0).max(0xffff_ffff),
  action: z.string().min(1).max(64),
  target: z.string().min(1).max(64).exactOptional(),
  params: z
    .record(
      z.string().min(1).max(32),
      z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.number()).max(16)]),
    )
    .refine((params) => Object.keys(params).length <= MOST_PARAMS, `at most ${MOST_PARAMS} params`)
    .exactOptional(),
  clientTime: whole.min(0),
})
