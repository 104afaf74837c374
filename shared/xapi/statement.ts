/**
 * The statement, strictly: unknown properties, nulls and wrong types are refused with the place where they stand.
 * Sources: xAPI 1.0.3 Data 2 (github.com/adlnet/xAPI-Spec), IEEE 9274.1.1-2023 for the 2.0 line.
 */
import { z } from 'zod'

import { activity } from './activity.ts'
import { actor, agent, agentObject, group } from './actor.ts'
import {
  duration,
  extensions,
  iri,
  languageMap,
  languageTag,
  mediaType,
  sha2,
  timestamp,
  uuid,
} from './primitives.ts'
import { verbs } from './vocabulary.ts'

/** The two lines of the standard. 2.0 knows contextAgents, contextGroups and statements of version 2.0.x. */
export type VersionLine = '1.0' | '2.0'

const verb = z.strictObject({ id: iri, display: languageMap.exactOptional() })
const statementRef = z.strictObject({ objectType: z.literal('StatementRef'), id: uuid })

const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).exactOptional(),
    raw: z.number().exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min < max, 'min must be less than max')
  .refine(({ raw, min }) => raw === undefined || min === undefined || raw >= min, 'raw must not be below min')
  .refine(({ raw, max }) => raw === undefined || max === undefined || raw <= max, 'raw must not be above max')

const result = z.strictObject({
  score: score.exactOptional(),
  success: z.boolean().exactOptional(),
  completion: z.boolean().exactOptional(),
  response: z.string().exactOptional(),
  duration: duration.exactOptional(),
  extensions: extensions.exactOptional(),
})

// A single activity is the old style; it is kept as an array (xAPI Data 2.4.6.2).
const activities = z
  .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(activity))
  .exactOptional()
const contextActivities = z.strictObject({
  parent: activities,
  grouping: activities,
  category: activities,
  other: activities,
})

const contextShape = {
  registration: uuid.exactOptional(),
  instructor: actor.exactOptional(),
  team: group.exactOptional(),
  contextActivities: contextActivities.exactOptional(),
  revision: z.string().exactOptional(),
  platform: z.string().exactOptional(),
  language: languageTag.exactOptional(),
  statement: statementRef.exactOptional(),
  extensions: extensions.exactOptional(),
}
const relevantTypes = z.array(iri).min(1).exactOptional()
const contextAgent = z.strictObject({ objectType: z.literal('contextAgent'), agent, relevantTypes })
const contextGroup = z.strictObject({ objectType: z.literal('contextGroup'), group, relevantTypes })

const context = {
  '1.0': z.strictObject(contextShape),
  '2.0': z.strictObject({
    ...contextShape,
    contextAgents: z.array(contextAgent).exactOptional(),
    contextGroups: z.array(contextGroup).exactOptional(),
  }),
}

const attachment = z.strictObject({
  usageType: iri,
  display: languageMap,
  description: languageMap.exactOptional(),
  contentType: mediaType,
  length: z.int().min(0),
  sha2,
  fileUrl: iri.exactOptional(),
})

function onlyWithActivity(value: {
  object: { objectType?: string }
  context?: { revision?: unknown; platform?: unknown }
}): boolean {
  if ((value.object.objectType ?? 'Activity') === 'Activity') return true
  return value.context?.revision === undefined && value.context?.platform === undefined
}
const onlyWithActivityMessage = 'revision and platform may stand only where the object is an activity'

const common = {
  actor,
  verb,
  result: result.exactOptional(),
  timestamp: timestamp.exactOptional(),
  attachments: z.array(attachment).exactOptional(),
}

function subStatementOf<C extends z.ZodType<{ revision?: unknown; platform?: unknown }>>(lineContext: C) {
  return z
    .strictObject({
      objectType: z.literal('SubStatement'),
      ...common,
      object: z.discriminatedUnion('objectType', [activity, agentObject, group, statementRef]),
      context: lineContext.exactOptional(),
    })
    .refine(onlyWithActivity, onlyWithActivityMessage)
}

const authority = z
  .discriminatedUnion('objectType', [agent, group])
  .refine(
    (value) => value.objectType !== 'Group' || value.member?.length === 2,
    'a group as authority must have exactly two members',
  )

function statementOf<C extends z.ZodType<{ revision?: unknown; platform?: unknown }>>(
  lineContext: C,
  version: RegExp,
  versions: string,
) {
  return z
    .strictObject({
      id: uuid.exactOptional(),
      ...common,
      object: z.discriminatedUnion('objectType', [
        activity,
        agentObject,
        group,
        subStatementOf(lineContext),
        statementRef,
      ]),
      context: lineContext.exactOptional(),
      stored: timestamp.exactOptional(),
      authority: authority.exactOptional(),
      version: z.string().regex(version, `must be ${versions}`).exactOptional(),
    })
    .refine(onlyWithActivity, onlyWithActivityMessage)
    .refine(({ verb: { id }, object }) => id !== verbs.voided || object.objectType === 'StatementRef', {
      message: 'a voiding statement must have a StatementRef as its object',
      path: ['object'],
    })
}

/** What a client may send, per version line. */
export const statementSchema = {
  '1.0': statementOf(context['1.0'], /^1\.0(?:\.\d+)?$/, '1.0.x'),
  '2.0': statementOf(context['2.0'], /^(?:1\.0(?:\.\d+)?|2\.0\.\d+)$/, '1.0.x or 2.0.x'),
}

export type Statement = z.infer<(typeof statementSchema)['2.0']>
/** With everything that the authority of a session always sets. */
export type CompleteStatement = Statement & { readonly id: string; readonly timestamp: string }

export type StatementFinding = { readonly path: string; readonly message: string }
export type ParsedStatement =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly findings: readonly StatementFinding[] }

/** Checks a parsed JSON value; findings name the place, such as `actor.account.homePage`. */
export function parseStatement(value: unknown, line: VersionLine): ParsedStatement {
  const parsed = statementSchema[line].safeParse(value)
  if (parsed.success) return { ok: true, statement: parsed.data }
  return {
    ok: false,
    findings: parsed.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.') || 'statement',
      message,
    })),
  }
}
