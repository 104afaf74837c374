import { z } from 'zod'
import type { IntentMessage } from './messages.ts'

const whole = z.int()
const MOST_PARAMS = 16
/** Binary decoders let half a surrogate pair through, which canonical JSON and with it the log cannot hold. */
const text = z.string().refine((given) => given.isWellFormed(), 'well-formed Unicode only')

/** Parses `room.request('intent', …)`. Server only: clients do not carry zod. */
export const intentMessage: z.ZodType<IntentMessage> = z.strictObject({
  epoch: whole.min(0).max(0xffff_ffff),
  seq: whole.min(0).max(0xffff_ffff),
  action: text.min(1).max(64),
  target: text.min(1).max(64).exactOptional(),
  params: z
    .record(
      text.min(1).max(32),
      z.union([text.max(200), z.number(), z.boolean(), z.array(z.number()).max(16)]),
    )
    .refine((params) => Object.keys(params).length <= MOST_PARAMS, `at most ${MOST_PARAMS} params`)
    .exactOptional(),
  clientTime: whole.min(0),
})
