import type { Agent } from '#shared/xapi/actor.ts'
import { uuid } from '#shared/xapi/primitives.ts'
import type { VersionLine } from '#shared/xapi/statement.ts'
import { formatTimestamp } from '#shared/xapi/timestamp.ts'

import { acceptStatements } from './accept-statements.ts'
import { readJsonBody } from './read-body.ts'
import type { Checked, Refusal } from './refusal.ts'
import { accept, refuse } from './refusal.ts'
import { formatBody } from './statement-format.ts'
import { parseStatementsRequest } from './statement-query.ts'
import type { StatementStore } from './statement-store.ts'

export type StatementsDeps = {
  readonly store: StatementStore
  readonly authority: Agent
  readonly nowMs: () => number
}
export type Call = { readonly request: Request; readonly url: URL; readonly line: VersionLine }

const CONSISTENT_THROUGH = 'X-Experience-API-Consistent-Through'

/** PUT, POST and GET of /statements (1.0.3 Communication 2.1). */
export function createStatementsResource(deps: StatementsDeps): (call: Call) => Promise<Response | Refusal> {
  let lastStoredMs = 0

  async function keep(values: readonly unknown[], line: VersionLine): Promise<Checked<string[]>> {
    // `stored` orders what arrives, so it never runs backwards; nothing is awaited between it and `insert`.
    lastStoredMs = Math.max(lastStoredMs, deps.nowMs())
    const accepted = acceptStatements(values, { storedMs: lastStoredMs, authority: deps.authority, line })
    if (!accepted.ok) return accepted
    const outcome = await deps.store.insert(accepted.value)
    if (!outcome.ok)
      return refuse(
        409,
        `The id ${outcome.id} is taken by another statement. Nothing of this request was stored.`,
      )
    return accept(accepted.value.map(({ id }) => id))
  }

  async function put({ request, url, line }: Call): Promise<Response | Refusal> {
    const { statementId, ...others } = Object.fromEntries(url.searchParams)
    if (Object.keys(others).length > 0)
      return refuse(400, `The parameter ${Object.keys(others).join()} is unknown here.`)
    if (!uuid.safeParse(statementId).success) return refuse(400, 'The parameter statementId must be a UUID.')
    const body = await readJsonBody(request)
    if (!body.ok) return body
    if (!isObject(body.value)) return refuse(400, 'The body of a PUT must be one statement.')
    const { id = statementId } = body.value
    if (String(id).toLowerCase() !== statementId?.toLowerCase())
      return refuse(400, 'The id in the body differs from statementId.')
    const kept = await keep([{ ...body.value, id }], line)
    return kept.ok ? new Response(null, { status: 204 }) : kept
  }

  async function post({ request, url, line }: Call): Promise<Response | Refusal> {
    if (url.searchParams.has('method')) {
      return line === '2.0'
        ? refuse(400, 'xAPI 2.0 has no alternate request syntax.')
        : refuse(501, 'The alternate request syntax is not supported yet: send the request itself.')
    }
    if ([...url.searchParams.keys()].length > 0) return refuse(400, 'POST statements takes no parameters.')
    const body = await readJsonBody(request)
    if (!body.ok) return body
    const kept = await keep(Array.isArray(body.value) ? body.value : [body.value], line)
    return kept.ok ? Response.json(kept.value) : kept
  }

  async function get({ request, url }: Call): Promise<Response | Refusal> {
    const parsed = parseStatementsRequest(url.searchParams)
    if (!parsed.ok) return parsed
    const { format } = parsed.value
    const acceptLanguage = request.headers.get('Accept-Language')
    const headers = {
      'Content-Type': 'application/json',
      [CONSISTENT_THROUGH]: formatTimestamp(deps.store.consistentThrough()),
    }
    if (parsed.value.kind === 'single') {
      const found = await deps.store.find(parsed.value.id)
      if (found === undefined || found.voided !== parsed.value.voided)
        return refuse(404, 'There is no such statement.')
      const lastModified = new Date(found.storedMs).toUTCString()
      return new Response(formatBody(found.body, format, acceptLanguage), {
        headers: { ...headers, 'Last-Modified': lastModified },
      })
    }
    const { bodies, next } = await deps.store.list(parsed.value.query)
    const more = next === undefined ? '' : moreLink(url, next)
    const statements = bodies.map((body) => formatBody(body, format, acceptLanguage))
    return new Response(`{"statements":[${statements.join()}],"more":${JSON.stringify(more)}}`, { headers })
  }

  return async (call) => {
    switch (call.request.method) {
      case 'PUT':
        return put(call)
      case 'POST':
        return post(call)
      case 'GET':
      case 'HEAD':
        return get(call)
      default:
        return refuse(405, 'Statements know PUT, POST and GET.')
    }
  }
}

/** Path and query without scheme and host; valid for ever, as pages are named by their place. */
function moreLink(url: URL, after: number): string {
  const params = new URLSearchParams(url.searchParams)
  params.set('after', String(after))
  return `${url.pathname}?${params.toString()}`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
