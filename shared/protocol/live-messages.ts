import { z } from 'zod'
import type { LiveAct } from '#shared/live/acts.ts'
import { documentId, thingId } from '#shared/scenario/common.ts'

/** Wider than what is allowed (`shared/live/limits.ts`), so that a person who writes or draws too much is told so. */
export const MOST_NUMBERS = 1536
const LONGEST_TEXT = 1000

const person = z.uuid()
const somebody = z.union([z.literal(''), person])
const on = z.boolean()
const mm = z.int().min(-1_000_000).max(1_000_000)
const point = z.tuple([mm, mm, mm])
const anchor = z.union([z.literal(''), thingId])
const points = z
  .array(mm)
  .max(MOST_NUMBERS)
  .refine((numbers) => numbers.length % 3 === 0, 'three numbers for each point')
/** Binary decoders let half a surrogate pair through, which the log cannot hold. */
const text = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .refine((given) => given.isWellFormed(), 'well-formed Unicode only')
const drawingId = z.string().regex(/^[a-z0-9]{1,12}$/)
/** Made by the authority of a person and their own id. */
const drawingKey = z.string().regex(/^[a-z0-9/:.-]{1,64}$/)
const count = z.int().min(0).max(1_000_000)

/** Parses `room.request('live', …)`. Server only: clients do not carry zod. */
export const liveAct: z.ZodType<LiveAct> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('lead') }),
  z.strictObject({ act: z.literal('pass'), to: person }),
  z.strictObject({ act: z.literal('let-go') }),
  z.strictObject({ act: z.literal('follow-me'), on }),
  z.strictObject({
    act: z.literal('summon'),
    to: person.exactOptional(),
    position: point,
    yaw: z.int().min(-3600).max(3600),
  }),
  z.strictObject({ act: z.literal('spotlight'), person: somebody }),
  z.strictObject({ act: z.literal('share-view'), on }),
  z.strictObject({ act: z.literal('pause-all'), on }),
  z.strictObject({
    act: z.literal('step'),
    move: z.enum(['on', 'back', 'skip']),
    step: documentId.exactOptional(),
  }),
  z.strictObject({ act: z.literal('hint'), to: person, text }),
  z.strictObject({ act: z.literal('raise-hand'), on }),
  z.strictObject({ act: z.literal('lower-hand'), person }),
  z.strictObject({ act: z.literal('allow'), what: z.enum(['speak', 'draw']), person: somebody, on }),
  z.strictObject({ act: z.literal('ping'), anchor, at: point }),
  z.strictObject({ act: z.literal('look-here'), anchor, at: point.nullable() }),
  z.strictObject({
    act: z.literal('draw'),
    id: drawingId,
    shape: z.enum(['stroke', 'arrow', 'circle', 'label', 'measure']),
    anchor,
    points: points.min(3),
    color: z.int().min(0).max(15),
    text: text.exactOptional(),
    done: z.boolean(),
  }),
  z.strictObject({ act: z.literal('draw-on'), id: drawingId, points, done: z.boolean() }),
  z.strictObject({ act: z.literal('erase'), key: drawingKey }),
  z.strictObject({ act: z.literal('undo') }),
  z.strictObject({ act: z.literal('erase-all') }),
  z.strictObject({ act: z.literal('ask-help'), on }),
  z.strictObject({ act: z.literal('help'), person, on }),
  z.strictObject({ act: z.literal('take-over'), person }),
  z.strictObject({ act: z.literal('hand-back') }),
  z.strictObject({ act: z.literal('polls'), every: z.int().min(0).max(100) }),
  z.strictObject({ act: z.literal('ask-next') }),
  z.strictObject({ act: z.literal('answer'), poll: count, option: documentId }),
  z.strictObject({
    act: z.literal('watch'),
    way: z.enum(['free', 'window', 'beside', 'ghost', 'eyes', 'rewind']),
    of: somebody,
  }),
])
