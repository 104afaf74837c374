import { z } from 'zod'

import { actor } from '#shared/xapi/actor.ts'
import { iri, timestamp, uuid } from '#shared/xapi/primitives.ts'
import { parseTimestamp } from '#shared/xapi/timestamp.ts'

import type { Checked } from './refusal.ts'
import { accept, refuse } from './refusal.ts'
import type { StatementFormat } from './statement-format.ts'
import type { StatementQuery } from './statement-store.ts'
import { actorTerm, registrationTerm } from './statement-terms.ts'
import { parseStrictJson } from './strict-json.ts'

export const MAX_PAGE = 200
export const MAX_PAGE_BYTES = 8 * 1024 * 1024

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const count = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a number, 0 or more')
  .transform(Number)
const instant = timestamp.transform((text) => parseTimestamp(text) ?? 0)
const actorJson = z
  .string()
  .transform((text) => {
    const parsed = parseStrictJson(text)
    return parsed.ok ? parsed.value : undefined
  })
  .pipe(actor)

const format = z.enum(['exact', 'ids', 'canonical']).default('exact')
const attachments = flag.default(false)

const single = z.strictObject({
  statementId: uuid.optional(),
  voidedStatementId: uuid.optional(),
  format,
  attachments,
})
const list = z.strictObject({
  agent: actorJson.optional(),
  verb: iri.optional(),
  activity: iri.optional(),
  registration: uuid.optional(),
  related_activities: flag.default(false),
  related_agents: flag.default(false),
  since: instant.optional(),
  until: instant.optional(),
  limit: count.default(0),
  ascending: flag.default(false),
  format,
  attachments,
  /** Ours, in `more` links: the place after which the next page begins. */
  after: count.optional(),
})

export type StatementsRequest =
  | {
      readonly kind: 'single'
      readonly id: string
      readonly voided: boolean
      readonly format: StatementFormat
    }
  | { readonly kind: 'list'; readonly query: StatementQuery; readonly format: StatementFormat }

/** The parameters of GET statements (1.0.3 Communication 2.1.3): unknown, repeated or clashing ones are refused. */
export function parseStatementsRequest(params: URLSearchParams): Checked<StatementsRequest> {
  const given = Object.fromEntries(params)
  if ([...params.keys()].length !== Object.keys(given).length) return refuse(400, 'A parameter stands twice.')
  const parsed = 'statementId' in given || 'voidedStatementId' in given ? singleOf(given) : listOf(given)
  if (parsed.ok && given['attachments'] === 'true')
    return refuse(501, 'This store does not keep attachments yet.')
  return parsed
}

function singleOf(given: Record<string, string>): Checked<StatementsRequest> {
  const parsed = single.safeParse(given)
  if (!parsed.success) return refuseIssues(parsed.error)
  const { statementId, voidedStatementId, format: wanted } = parsed.data
  if (statementId !== undefined && voidedStatementId !== undefined) {
    return refuse(400, 'Only one of statementId and voidedStatementId may be given.')
  }
  const id = (statementId ?? voidedStatementId ?? '').toLowerCase()
  return accept({ kind: 'single', id, voided: voidedStatementId !== undefined, format: wanted })
}

function listOf(given: Record<string, string>): Checked<StatementsRequest> {
  const parsed = list.safeParse(given)
  if (!parsed.success) return refuseIssues(parsed.error)
  const { since, until, limit, ascending, after, format: wanted } = parsed.data
  const terms = termsOf(parsed.data)
  if (terms === undefined) return refuse(400, 'agent: an anonymous group cannot be searched for.')
  const query: StatementQuery = {
    terms,
    ascending,
    limit: limit === 0 ? MAX_PAGE : Math.min(limit, MAX_PAGE),
    maxBytes: MAX_PAGE_BYTES,
    ...(since === undefined ? {} : { sinceMs: since }),
    ...(until === undefined ? {} : { untilMs: until }),
    ...(after === undefined ? {} : { after }),
  }
  return accept({ kind: 'list', query, format: wanted })
}

/** The most selective first: a run, a person, a thing, a verb. */
function termsOf(data: z.infer<typeof list>): string[] | undefined {
  const agentTerm = data.agent && actorTerm(data.related_agents ? 'related-agent' : 'agent', data.agent)
  if (data.agent !== undefined && agentTerm === undefined) return undefined
  const activityScope = data.related_activities ? 'related-activity' : 'activity'
  const terms = [
    data.registration && registrationTerm(data.registration),
    agentTerm,
    data.activity && `${activityScope}:${data.activity}`,
    data.verb && `verb:${data.verb}`,
  ]
  return terms.filter((term) => term !== undefined)
}

function refuseIssues(error: z.ZodError): ReturnType<typeof refuse> {
  return refuse(
    400,
    `The query is refused. ${error.issues.map(({ path, message }) => `${path.join('.') || 'query'}: ${message}`).join('; ')}`,
  )
}
