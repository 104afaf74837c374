/** Activities and their definitions (xAPI Data 2.4.4.1). */
import { z } from 'zod'

import { extensions, iri, languageMap } from './primitives.ts'

const component = z.strictObject({ id: z.string(), description: languageMap.exactOptional() })
const components = z
  .array(component)
  .refine(
    (list) => new Set(list.map(({ id }) => id)).size === list.length,
    'the ids of components must differ',
  )
  .exactOptional()

const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const
const needInteractionType = [
  'correctResponsesPattern',
  'choices',
  'scale',
  'source',
  'target',
  'steps',
] as const

export const activityDefinition = z
  .strictObject({
    name: languageMap.exactOptional(),
    description: languageMap.exactOptional(),
    type: iri.exactOptional(),
    moreInfo: iri.exactOptional(),
    extensions: extensions.exactOptional(),
    interactionType: z.enum(interactionTypes).exactOptional(),
    correctResponsesPattern: z.array(z.string()).exactOptional(),
    choices: components,
    scale: components,
    source: components,
    target: components,
    steps: components,
  })
  .refine(
    (value) =>
      value.interactionType !== undefined || needInteractionType.every((name) => value[name] === undefined),
    'interactionType must be given with correctResponsesPattern and with components',
  )

export const activity = z.strictObject({
  objectType: z.literal('Activity').exactOptional(),
  id: iri,
  definition: activityDefinition.exactOptional(),
})

export type Activity = z.infer<typeof activity>
