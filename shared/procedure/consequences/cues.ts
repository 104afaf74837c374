import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import { setSignal } from '../draft.ts'
import { cue, defineConsequence } from './define-consequence.ts'

/** Tells right from wrong: withheld where the mode keeps feedback for the debrief. */
const feedback = z.boolean().default(false)
const sound = z.string().max(40)
const durationMs = z.int().positive().max(60_000)

export const say = defineConsequence({
  type: 'say',
  schema: z.strictObject({
    type: z.literal('say'),
    speaker: z.string().max(64),
    caption: languageMap,
    sound: sound.optional(),
    durationMs: durationMs.default(4000),
    feedback,
  }),
  doc: 'Somebody says something, always with its caption.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const playSound = defineConsequence({
  type: 'sound',
  schema: z.strictObject({ type: z.literal('sound'), sound, entity: documentId.optional(), feedback }),
  doc: 'A sound, from an entity or from nowhere.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const haptic = defineConsequence({
  type: 'haptic',
  schema: z.strictObject({
    type: z.literal('haptic'),
    strength: z.number().min(0).max(1),
    durationMs,
    feedback,
  }),
  doc: 'A buzz in the hands of the person it is about.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const animate = defineConsequence({
  type: 'animate',
  schema: z.strictObject({ type: z.literal('animate'), entity: documentId, animation: z.string().max(40) }),
  doc: 'Plays a named animation of an entity once.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const simulateInjury = defineConsequence({
  type: 'simulateInjury',
  schema: z.strictObject({
    type: z.literal('simulateInjury'),
    injury: z.enum(['shock', 'burn', 'smoke']),
    caption: languageMap,
  }),
  doc: 'What would have hurt: a vignette, a buzz and words, never graphic.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const bookmark = defineConsequence({
  type: 'bookmark',
  schema: z.strictObject({ type: z.literal('bookmark'), label: z.string().max(100) }),
  doc: 'A mark in the log, for debrief and replay.',
  compile: (c) => (draft, actor) => cue(draft, c, actor),
})

export const alarm = defineConsequence({
  type: 'alarm',
  schema: z.strictObject({ type: z.literal('alarm'), on: z.boolean().default(true) }),
  doc: 'The alarm sounds until it is switched off; also the signal `alarm.on`.',
  compile: (c) => (draft, actor) => {
    setSignal(draft, 'alarm.on', c.on ? 1 : 0)
    cue(draft, c, actor)
  },
})
