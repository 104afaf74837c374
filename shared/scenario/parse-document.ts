import type { z } from 'zod'
import { no, ok, type Result } from '#shared/kernel/result.ts'
import { findingIn, type Finding } from './finding.ts'
import { jsonDepthWithin } from './json-depth.ts'
import { migrate } from './migrations/migrate.ts'
import { scenarioMigrations } from './migrations/scenario-migrations.ts'
import { workplaceMigrations } from './migrations/workplace-migrations.ts'
import { scenario, type Scenario } from './scenario.ts'
import { workplace, type Workplace } from './workplace.ts'

/** Deeper than any real procedure, far below what a recursive reader's stack bears. */
const MAX_DEPTH = 64
/** Characters; the largest shipped document has a tenth of it. */
const MAX_LENGTH = 4_000_000
const MAX_FINDINGS = 50

/** Reads the text of a scenario document of any schema version. Never throws. */
export function parseScenario(json: string): Result<Scenario, readonly Finding[]> {
  return parse(json, scenario, 'scenario')
}

/** Reads the text of a workplace document of any schema version. Never throws. */
export function parseWorkplace(json: string): Result<Workplace, readonly Finding[]> {
  return parse(json, workplace, 'workplace')
}

function parse<Document>(
  json: string,
  schema: z.ZodType<Document>,
  kind: Finding['document'],
): Result<Document, readonly Finding[]> {
  const whole = (code: string, message: string, mend: string) =>
    no([findingIn(null, { code, document: kind, path: [], message, mend })])
  if (json.length > MAX_LENGTH)
    return whole(
      'too-large',
      `the document has ${json.length} characters; ${MAX_LENGTH} are the limit`,
      'Split it, or take large data out of it.',
    )
  let document: unknown
  try {
    document = JSON.parse(json)
  } catch (cause) {
    return whole(
      'not-json',
      `this is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Mend the syntax at the place named.',
    )
  }
  if (!jsonDepthWithin(document, MAX_DEPTH))
    return whole('too-deep', `the document is nested deeper than ${MAX_DEPTH} levels`, 'Flatten it.')
  const migrated = migrate(document, kind === 'scenario' ? scenarioMigrations : workplaceMigrations, kind)
  if (!migrated.ok) return migrated
  const parsed = schema.safeParse(migrated.value)
  if (parsed.success) return ok(parsed.data)
  return no(
    parsed.error.issues.slice(0, MAX_FINDINGS).map((issue) => schemaFinding(migrated.value, issue, kind)),
  )
}

function schemaFinding(document: unknown, issue: z.core.$ZodIssue, kind: Finding['document']): Finding {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  return findingIn(document, {
    code: 'schema',
    document: kind,
    path,
    message: issue.message,
    mend: mendOf(issue),
  })
}

function mendOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `Remove ${issue.keys.map((key) => `"${key}"`).join(', ')}, or correct the spelling.`
  if (issue.code === 'invalid_union' && 'note' in issue)
    return 'Use one of the types that docs/schemas lists for this place.'
  return 'See docs/schemas for what belongs here.'
}
