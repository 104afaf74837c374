import { StorageError } from '#server/database/storage-error.ts'
import type { VersionLine } from '#shared/xapi/statement.ts'
import { formatTimestamp } from '#shared/xapi/timestamp.ts'

import type { Credentials } from './basic-auth.ts'
import { basicAuth } from './basic-auth.ts'
import type { Refusal } from './refusal.ts'
import { refuse } from './refusal.ts'
import type { StatementStore } from './statement-store.ts'
import { createStatementsResource } from './statements-resource.ts'
import { latestVersion, UNSAID_VERSION, VERSION_HEADER, versionLineOf } from './version.ts'

export type LrsOptions = {
  readonly store: StatementStore
  readonly credentials: Credentials
  /** `homePage` of the account that stands as authority in every statement. */
  readonly homePage: string
  readonly nowMs: () => number
  readonly basePath?: string
}

export type Lrs = { fetch(request: Request): Promise<Response> }

// Resources of the standard that have their place here and are not built yet.
const notYet = new Set([
  '/activities/state',
  '/activities/profile',
  '/agents/profile',
  '/activities',
  '/agents',
])

/** The built-in xAPI record store: mount at `basePath` and hand over each request with its full path. */
export function createLrs({ store, credentials, homePage, nowMs, basePath = '/xapi' }: LrsOptions): Lrs {
  const isAuthorized = basicAuth(credentials)
  const authority = { objectType: 'Agent' as const, account: { homePage, name: 'sightline' } }
  const statements = createStatementsResource({ store, authority, nowMs })

  async function answer(request: Request, line: VersionLine): Promise<Response | Refusal> {
    const url = new URL(request.url)
    const resource = url.pathname.slice(basePath.length)
    if (resource === '/statements') return statements({ request, url, line })
    if (notYet.has(resource)) return refuse(501, `${resource} is not supported by this record store yet.`)
    return refuse(404, `${resource} is no resource of a record store.`)
  }

  async function route(request: Request): Promise<{ version: string; response: Response | Refusal }> {
    const isAbout = new URL(request.url).pathname === `${basePath}/about`
    if (isAbout && (request.method === 'GET' || request.method === 'HEAD'))
      return { version: latestVersion['1.0'], response: about() }
    const line = versionLineOf(request.headers.get(VERSION_HEADER))
    const version = line.ok ? latestVersion[line.value] : UNSAID_VERSION
    if (!isAuthorized(request.headers.get('Authorization')))
      return { version, response: refuse(401, 'The credentials are wrong or missing.') }
    if (!line.ok) return { version, response: line }
    try {
      return { version, response: await answer(request, line.value) }
    } catch (error) {
      return { version, response: storageRefusal(error) }
    }
  }

  return {
    async fetch(request) {
      if (request.method === 'OPTIONS')
        return withHeaders(new Response(null, { status: 204 }), UNSAID_VERSION)
      const { version, response } = await route(request)
      const sent = response instanceof Response ? response : refusalResponse(response)
      if (!sent.headers.has('X-Experience-API-Consistent-Through')) {
        sent.headers.set('X-Experience-API-Consistent-Through', formatTimestamp(store.consistentThrough()))
      }
      const answered = withHeaders(sent, version)
      return request.method === 'HEAD' ? new Response(null, answered) : answered
    },
  }
}

function about(): Response {
  return Response.json({ version: Object.values(latestVersion), extensions: {} })
}

function storageRefusal(error: unknown): Refusal {
  if (!(error instanceof StorageError)) throw error
  return refuse(error.reason === 'storage-full' ? 507 : 503, error.message)
}

function refusalResponse({ status, message }: Refusal): Response {
  const headers = status === 401 ? { 'WWW-Authenticate': 'Basic realm="xAPI", charset="UTF-8"' } : undefined
  return Response.json({ error: message }, { status, ...(headers === undefined ? {} : { headers }) })
}

// Credentials travel in a header that no foreign page can make a browser send, so any origin may ask.
function withHeaders(response: Response, version: string): Response {
  response.headers.set(VERSION_HEADER, version)
  response.headers.set('Access-Control-Allow-Origin', '*')
  response.headers.set('Access-Control-Allow-Methods', 'GET, HEAD, PUT, POST, DELETE, OPTIONS')
  response.headers.set(
    'Access-Control-Allow-Headers',
    `Authorization, Content-Type, If-Match, If-None-Match, Accept-Language, ${VERSION_HEADER}`,
  )
  response.headers.set(
    'Access-Control-Expose-Headers',
    `ETag, Last-Modified, Content-Length, ${VERSION_HEADER}, X-Experience-API-Consistent-Through`,
  )
  response.headers.set('Cache-Control', 'no-store')
  response.headers.set('X-Content-Type-Options', 'nosniff')
  return response
}
