import { z } from 'zod'
import { documentId, languageMap } from '#shared/scenario/common.ts'
import { defineAffordance } from './define-affordance.ts'
import { reachMm } from './reach.ts'

export const speakTo = defineAffordance({
  type: 'speakTo',
  schema: z.strictObject({
    type: z.literal('speakTo'),
    topics: z.array(z.strictObject({ id: documentId, text: languageMap })).default([]),
    reachMm,
  }),
  doc: 'Can be spoken to; param `topic` says about what, where there are several things to say.',
  reachMm: 8000,
  actions: {
    speak: {
      check(_draft, intent, { topics }) {
        const topic = intent.params?.['topic']
        return topic === undefined || topics.some((t) => t.id === topic) ? null : 'not-possible'
      },
      apply: () => undefined,
    },
  },
})
