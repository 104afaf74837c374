import { z } from 'zod'
import { condition } from '#shared/procedure/conditions/registry.ts'
import { consequence } from '#shared/procedure/consequences/registry.ts'
import { node } from '#shared/procedure/nodes/registry.ts'
import { documentId, iri, languageMap, milliseconds, semver, thingId } from './common.ts'
import { mistakeCategory, mistakeSeverity } from './mistake.ts'

export const modeName = z.enum(['guided', 'practice', 'exam', 'drill', 'watch', 'assist'])
export type ModeName = z.infer<typeof modeName>

const mode = z.strictObject({
  /** `offered`: shown by level as time passes; `onRequest`: only when asked for; `none`. */
  hints: z.enum(['offered', 'onRequest', 'none']),
  highlights: z.boolean(),
  /** Things no active step uses refuse to be used. */
  lockObjects: z.boolean(),
  feedback: z.enum(['now', 'stepEnd', 'debrief']),
  /** Does the trainee see which step is due? */
  showSteps: z.boolean(),
  /** Multiplies every time limit; 0 switches them off. */
  timeLimitFactor: z.number().min(0).max(10),
  /** Most pauses a trainee may take; absent: any number. */
  maxPauses: z.int().min(0).optional(),
  /** Scaled score 0..1. */
  passMark: z.number().min(0).max(1),
  /** Equivalent in the US Navy Task Trainer Simulation Profile. */
  record: z.enum(['tutorial', 'guided', 'freeplay', 'graded']),
})
export type Mode = z.infer<typeof mode>

const rule = z.strictObject({
  id: documentId,
  /** Counts only what people in these roles do; absent: everybody's. */
  roles: z.array(documentId).optional(),
  /** Nodes during which the rule watches; absent: always. */
  scope: z.array(documentId).optional(),
  when: condition,
  once: z.boolean().default(true),
  mistake: z
    .strictObject({
      category: mistakeCategory,
      severity: mistakeSeverity,
      text: languageMap,
      /** What would have been right, for feedback and debrief. */
      remedy: languageMap,
      /** Reading recorded with the mistake, e.g. a sensor or signal name. */
      measure: z.string().max(64).optional(),
    })
    .optional(),
  consequences: z.array(consequence).default([]),
})
export type Rule = z.infer<typeof rule>

const criterion = z.strictObject({
  id: documentId,
  text: languageMap,
  weight: z.number().positive(),
  /** steps: share of weighted steps done; mistakes: 1 − Σ severity cost; time: against expected; hints: 1 − Σ cost; signal: a final reading. */
  measure: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('steps'), steps: z.array(documentId).optional() }),
    z.strictObject({ type: z.literal('mistakes'), categories: z.array(mistakeCategory).optional() }),
    z.strictObject({ type: z.literal('time'), expectedMs: milliseconds, zeroAtMs: milliseconds }),
    z.strictObject({ type: z.literal('hints') }),
    z.strictObject({
      type: z.literal('signal'),
      signal: z.string().max(64),
      zeroAt: z.number(),
      oneAt: z.number(),
    }),
  ]),
})

/** Who does it: the first (or `nth`) person in that role; absent: the first person. */
const byWhom = { as: documentId.optional(), nth: z.int().min(1).max(16).optional() }

const scriptedTest = z.strictObject({
  id: documentId,
  title: z.string().max(200),
  mode: modeName,
  seed: z.int().min(0).default(1),
  /** How many people take part in each role; absent: one in the first role and in each that an act names. */
  people: z.record(documentId, z.int().min(1).max(16)).optional(),
  /** Roles that a bot fills. */
  bots: z.array(documentId).optional(),
  /** Acts in order: advance time, send an intent, hold an observation (a sensor key → integer). */
  script: z.array(
    z.union([
      z.strictObject({ wait: milliseconds }),
      z.strictObject({
        ...byWhom,
        intent: z.string().max(40),
        target: thingId.optional(),
        params: z.record(z.string(), z.json()).optional(),
      }),
      z.strictObject({ ...byWhom, observe: z.record(z.string().max(80), z.int()) }),
    ]),
  ),
  expect: z.strictObject({
    outcome: documentId.optional(),
    passed: z.boolean().optional(),
    mistakes: z.array(documentId).optional(),
    stepsDone: z.array(documentId).optional(),
  }),
})
export type ScriptedTest = z.infer<typeof scriptedTest>

/** The fast-changing procedure: who does what, in which order, what goes wrong, how it is judged (IEEE 1589 "activity"). */
export const scenario = z.strictObject({
  schemaVersion: z.literal(2),
  id: documentId,
  iri,
  version: semver,
  workplace: documentId,
  title: languageMap,
  summary: languageMap,
  /** What the trainee is told before the start, in every mode. */
  briefing: languageMap,
  safetyNotice: languageMap,
  licence: z.string().max(60),
  languages: z.array(z.string()).min(1),
  basis: z.array(
    z.strictObject({
      source: z.string(),
      clause: z.string(),
      url: z.string(),
      retrieved: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      states: z.string(),
    }),
  ),
  objectives: z.array(z.strictObject({ id: documentId, text: languageMap, competency: iri.optional() })),
  expectedMinutes: z.number().positive(),
  modes: z.partialRecord(modeName, mode),
  roles: z
    .array(
      z.strictObject({
        id: documentId,
        name: languageMap,
        min: z.int().min(0),
        max: z.int().min(1),
        fill: z.enum(['human', 'recorded', 'bot', 'absent']),
        spawn: documentId,
        briefing: languageMap.optional(),
      }),
    )
    .min(1),
  procedure: node,
  rules: z.array(rule).default([]),
  outcomes: z
    .array(z.strictObject({ id: documentId, title: languageMap, text: languageMap, success: z.boolean() }))
    .min(1),
  scoring: z.strictObject({
    criteria: z.array(criterion).min(1),
    severityCost: z.record(mistakeSeverity, z.number().min(0).max(1)),
    /** A mistake of this severity or worse fails the attempt whatever the score. */
    vetoSeverity: mistakeSeverity,
    /** Share of a step's weight that is lost when somebody else took it over; absent: half. */
    assistCost: z.number().min(0).max(1).optional(),
  }),
  debrief: z
    .array(z.strictObject({ id: documentId, question: languageMap, answer: languageMap }))
    .default([]),
  privacy: z.strictObject({
    records: z.array(z.enum(['results', 'events', 'dwell', 'motion'])),
    retentionDays: z.int().positive(),
  }),
  tests: z.array(scriptedTest).default([]),
})
export type Scenario = z.infer<typeof scenario>
