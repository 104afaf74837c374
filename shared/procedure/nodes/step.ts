import { z } from 'zod'
import { documentId, languageMap, milliseconds } from '#shared/scenario/common.ts'
import { mistakeCategory, mistakeSeverity } from '#shared/scenario/mistake.ts'
import { condition } from '../conditions/registry.ts'
import { stepOf } from '../active-steps.ts'
import { mayAskBefore } from '../ask-next.ts'
import { consequence } from '../consequences/registry.ts'
import { changeNode, emit, nodeState } from '../draft.ts'
import { rememberThings } from '../used-things.ts'
import { actsIn } from '../who.ts'
import { defineNode } from './define-node.ts'

const transition = z.strictObject({
  /** Left out only for kind `timeout`: taken when the step's time limit has passed. */
  when: condition.optional(),
  kind: z.enum(['correct', 'alternative', 'mistake', 'timeout', 'abort']),
  /** `stay` records and does its consequences once each time the condition becomes true, and the step goes on. */
  to: z
    .union([
      z.literal('next'),
      z.literal('stay'),
      z.strictObject({ node: documentId }),
      z.strictObject({ end: documentId }),
    ])
    .default('next'),
  mistake: z
    .strictObject({
      /** Absent: the step's id. */
      id: documentId.optional(),
      category: mistakeCategory,
      severity: mistakeSeverity,
      text: languageMap,
      remedy: languageMap,
      measure: z.string().max(64).optional(),
    })
    .optional(),
  consequences: z.array(consequence).default([]),
})

const hint = z.strictObject({
  level: z.int().min(1).max(9),
  /** Offered that long after the step began, where the mode offers hints. */
  afterMs: milliseconds,
  text: languageMap,
  targets: z.array(documentId).default([]),
  kind: z.enum(['text', 'highlight', 'arrow']).default('text'),
  /** Taken off the hints criterion when asked for, 0..1. */
  cost: z.number().min(0).max(1).default(0),
})

const botSchema = z.strictObject({
  /** After the step began. */
  afterMs: milliseconds,
  acts: z
    .array(
      z.union([
        z.strictObject({
          intent: z.string().max(40),
          target: documentId.optional(),
          params: z.record(z.string(), z.json()).optional(),
        }),
        /** Sensor key → reading, from then on. */
        z.strictObject({ observe: z.record(z.string().max(80), z.int()) }),
      ]),
    )
    .max(20),
})
export type BotDocument = z.output<typeof botSchema>

export const stepSchema = z.strictObject({
  type: z.literal('step'),
  id: documentId,
  title: languageMap,
  instruction: languageMap,
  why: languageMap.optional(),
  symbol: z.string().max(40).optional(),
  /** Whose step it is: only what people in these roles do, hold and measure counts. None: everybody's. */
  roles: z.array(documentId).default([]),
  /** What a bot does here in place of a person, in this order; see `session/bot.ts`. */
  bot: botSchema.optional(),
  /** Entities and groups that can be used while this step is due, where the mode locks objects. */
  uses: z.array(documentId).default([]),
  enter: z.array(consequence).default([]),
  exit: z.array(consequence).default([]),
  transitions: z.array(transition).min(1),
  hints: z.array(hint).default([]),
  timeLimitMs: milliseconds.optional(),
  expectedMs: z.strictObject({ p50: milliseconds, p90: milliseconds }),
  weight: z.number().min(0).default(1),
  critical: z.boolean().default(false),
  objectives: z.array(documentId).default([]),
  optional: z.boolean().default(false),
  /** What fills the progress bar: a signal, or a sensor key. */
  progress: z
    .strictObject({
      signal: z.string().max(80).optional(),
      sensor: z.string().max(80).optional(),
      from: z.int(),
      to: z.int(),
    })
    .optional(),
  /** Sensor keys and signals recorded when the step ends; a step that has some is a technique that a substitute cannot measure. */
  measuredBy: z.array(z.string().max(80)).default([]),
})
export type StepDocument = z.output<typeof stepSchema>

export const step = defineNode({
  type: 'step',
  schema: stepSchema,
  doc: 'One thing to do: an instruction, what it unlocks, and the ways out of it in order of precedence.',
  compile: ({ measuredBy }) => ({
    enter(draft, self) {
      emit(draft, { type: 'stepStarted', step: self.id, attempt: nodeState(draft, self.id).attempts })
      const substituting = Object.values(draft.state.participants).some(
        (person) => person.substituting === true && actsIn(self.gate, person),
      )
      if (substituting && measuredBy.length > 0) changeNode(draft, self.id, { unmeasured: true })
      const begun = stepOf(draft.compiled, self.id)
      if (!draft.state.live || !begun) return
      rememberThings(draft, begun)
      mayAskBefore(draft, begun)
    },
  }),
})
