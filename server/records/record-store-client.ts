import { isSameStatement } from '#shared/xapi/same-statement.ts'

import type { OutgoingStatement } from '#server/sessions/journal.ts'

/**
 * What came of sending. `retry`: the way or the store is at fault, nothing is known to be kept, try all again later.
 * `mixed`: the store answered; these are kept, those it will never take.
 */
export type SendOutcome =
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number }
  | {
      readonly kind: 'mixed'
      readonly delivered: readonly string[]
      readonly dead: readonly DeadVerdict[]
      readonly retry?: Retry
    }

type Retry = Extract<SendOutcome, { kind: 'retry' }>
export type DeadVerdict = { readonly id: string; readonly reason: string }

export type RecordStoreClient = { send(statements: readonly OutgoingStatement[]): Promise<SendOutcome> }

export type RecordStoreClientOptions = {
  /** Without a trailing slash, such as https://lrs.example.org/xapi. */
  readonly endpoint: string
  readonly key: string
  readonly secret: string
  readonly version?: '1.0.3' | '2.0.0'
  /** The built-in store passes its own. */
  readonly fetch?: typeof globalThis.fetch
  readonly timeoutMs?: number
}

// The statement itself is at fault. All else that is not 2xx (wrong credentials, wrong address, overload) can be mended
// without touching the statement, so it is sent again.
const refusedForGood = new Set([400, 409, 413, 415, 422])
const MAX_REASON = 500

export function createRecordStoreClient(options: RecordStoreClientOptions): RecordStoreClient {
  const {
    endpoint,
    key,
    secret,
    version = '1.0.3',
    fetch: send = globalThis.fetch,
    timeoutMs = 10_000,
  } = options
  const address = `${endpoint.replace(/\/+$/, '')}/statements`
  const headers = {
    Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
    'Content-Type': 'application/json',
    'X-Experience-API-Version': version,
  }

  async function request(
    method: string,
    url: string,
    body?: string,
  ): Promise<{ status: number; text: string; afterMs?: number }> {
    const response = await send(
      new Request(url, {
        method,
        headers,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
        ...(body === undefined ? {} : { body }),
      }),
    )
    const afterMs = Number(response.headers.get('Retry-After')) * 1000
    return { status: response.status, text: await response.text(), ...(afterMs > 0 ? { afterMs } : {}) }
  }

  async function sendBatch(statements: readonly OutgoingStatement[]): Promise<SendOutcome> {
    const [first] = statements
    if (first === undefined) return { kind: 'mixed', delivered: [], dead: [] }
    const { status, text, afterMs } = await request(
      'POST',
      address,
      `[${statements.map(({ bytes }) => bytes).join()}]`,
    )
    if (status >= 200 && status < 300)
      return { kind: 'mixed', delivered: statements.map(({ id }) => id), dead: [] }
    const reason = `${status} ${text}`.slice(0, MAX_REASON)
    if (!refusedForGood.has(status))
      return { kind: 'retry', reason, ...(afterMs === undefined ? {} : { afterMs }) }
    if (statements.length > 1) return sendOneByOne(statements)
    if (status === 409 && (await isKept(first))) return { kind: 'mixed', delivered: [first.id], dead: [] }
    return { kind: 'mixed', delivered: [], dead: [{ id: first.id, reason }] }
  }

  /** A refused batch was refused whole: find out which of its statements the store minds. */
  async function sendOneByOne(statements: readonly OutgoingStatement[]): Promise<SendOutcome> {
    const delivered: string[] = []
    const dead: DeadVerdict[] = []
    for (const statement of statements) {
      const outcome = await sendSafely([statement])
      if (outcome.kind === 'retry') return { kind: 'mixed', delivered, dead, retry: outcome }
      delivered.push(...outcome.delivered)
      dead.push(...outcome.dead)
    }
    return { kind: 'mixed', delivered, dead }
  }

  /** Some stores answer 409 to any id they know: what they hold decides. */
  async function isKept({ id, bytes }: OutgoingStatement): Promise<boolean> {
    const { status, text } = await request('GET', `${address}?statementId=${encodeURIComponent(id)}`)
    if (status !== 200 && status !== 404) throw new Error(`${status} on reading ${id} back`)
    return status === 200 && isSameStatement(JSON.parse(text), JSON.parse(bytes))
  }

  async function sendSafely(statements: readonly OutgoingStatement[]): Promise<SendOutcome> {
    try {
      return await sendBatch(statements)
    } catch (error) {
      return { kind: 'retry', reason: messageOf(error).slice(0, MAX_REASON) }
    }
  }

  return { send: sendSafely }
}

/** `fetch` hides what happened in `cause`. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
