import type { LanguageMap } from '#shared/scenario/common.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import type { ApiResult, Problem } from '#client/problem.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import type { Debrief } from '#shared/session/debrief.ts'

export interface Me {
  person: string
  name: string
  grants: readonly { kind: string }[]
}
export interface ScenarioSummary {
  id: string
  version: string
  title: LanguageMap
  summary: LanguageMap
  expectedMinutes: number
  languages?: string[]
  objectives?: LanguageMap[]
  modes: { name: ModeName; open: boolean }[]
  roles: RoleSummary[]
  /** May this person lead others in it? */
  lead: boolean
}
export interface RoleSummary {
  id: string
  name: LanguageMap
  /** People it needs, and takes. */
  min: number
  max: number
  /** A bot can stand in. */
  bot: boolean
}
/** What a session's code opens. */
export interface Invitation {
  session: string
  scenario: string
  mode: ModeName
  title: LanguageMap
  roles: (Omit<RoleSummary, 'min'> & { taken: number })[]
  people: { name: string; role: string; kind: MemberKind }[]
  locked: boolean
}
/** As what one comes in; the server says what one is. */
export interface Coming {
  as?: MemberKind
  role?: string
}
export interface Ticket {
  ticket: string
  kind: MemberKind
  role: string
  scenario: string
  version: string
  mode: ModeName
}
export interface RunSummary {
  session: string
  scenario: string
  mode: ModeName
  status: string
  /** Epoch ms or ISO 8601. */
  startedAt: number | string
  outcome?: string
}

type Fetch = typeof fetch

export interface Api {
  me(): Promise<ApiResult<Me>>
  rename(name: string): Promise<ApiResult<Me>>
  scenarios(): Promise<ApiResult<ScenarioSummary[]>>
  edition(scenario: string, version?: string): Promise<ApiResult<ClientEdition>>
  runs(): Promise<ApiResult<RunSummary[]>>
  startRun(run: {
    scenario: string
    mode: ModeName
    version?: string
    role?: string
    as?: 'participant' | 'instructor'
  }): Promise<ApiResult<{ session: string; ticket: string }>>
  ticket(session: string, coming?: Coming): Promise<ApiResult<Ticket>>
  /** A code by which others find into the run, for as long as it is open. */
  shareCode(session: string): Promise<ApiResult<{ code: string; url: string; expiresAt: number }>>
  /** By a session's code: from then on this person may ask for tickets. */
  join(code: string): Promise<ApiResult<Invitation>>
  debrief(session: string): Promise<ApiResult<Debrief>>
  pair(): Promise<ApiResult<{ code: string; expiresAt: number; url?: string }>>
  redeemPairing(code: string): Promise<ApiResult<unknown>>
  redeemInvite(token: string): Promise<ApiResult<unknown>>
}

/** The server's HTTP interface. Every "no" comes back as a value; nothing here throws. */
export function createApi(fetchFrom: Fetch = (input, init) => fetch(input, init)): Api {
  const get = <T>(path: string) => request<T>(fetchFrom, 'GET', path)
  const post = <T>(path: string, body: unknown = {}) => request<T>(fetchFrom, 'POST', path, body)
  const part = encodeURIComponent
  return {
    me: () => get('/api/me'),
    rename: (name) => request(fetchFrom, 'PUT', '/api/me', { name }),
    scenarios: () => get('/api/scenarios'),
    edition: (scenario, version) =>
      get(`/api/scenarios/${part(scenario)}${version === undefined ? '' : `?version=${part(version)}`}`),
    runs: () => get('/api/runs'),
    startRun: (run) => post('/api/runs', run),
    ticket: (session, coming = {}) => post(`/api/runs/${part(session)}/ticket`, coming),
    shareCode: (session) => post(`/api/runs/${part(session)}/code`),
    join: (code) => post('/api/join', { code }),
    debrief: (session) => get(`/api/runs/${part(session)}/debrief`),
    pair: () => post('/api/pairing'),
    redeemPairing: (code) => post('/api/pairing/redeem', { code }),
    redeemInvite: (token) => post('/api/invites/redeem', { token }),
  }
}

async function request<T>(
  fetchFrom: Fetch,
  method: string,
  path: string,
  body?: unknown,
): Promise<ApiResult<T>> {
  try {
    const response = await fetchFrom(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!response.ok) return { ok: false, problem: await problemOf(response) }
    return { ok: true, value: (response.status === 204 ? undefined : await response.json()) as T }
  } catch {
    return { ok: false, problem: { status: 0, code: 'offline', message: '', hint: '', transient: true } }
  }
}

/** Reads `{error, message, hint}`; a body that is something else (a proxy's page) keeps only the status. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  const field = (name: string) => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const transient = response.status >= 500 || response.status === 429 || response.status === 408
  return {
    status: response.status,
    code: field('error') || 'unreadable',
    message: field('message'),
    hint: field('hint'),
    transient,
  }
}
