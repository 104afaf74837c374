import { memoryStatements } from './adapters/memory-statements.ts'
import { createLrs } from './lrs.ts'
import type { StatementStore } from './statement-store.ts'

export const id = (n: number): string => `6f1b2c3d-0000-4000-8000-${String(n).padStart(12, '0')}`
export const agent = (name: string) => ({
  objectType: 'Agent',
  account: { homePage: 'https://example.org', name },
})
export const statement = (n: number, more: object = {}) => ({
  id: id(n),
  actor: agent('ada'),
  verb: { id: 'x:did', display: { en: 'did', de: 'tat' } },
  object: { id: 'x:thing', definition: { name: { en: 'Thing', de: 'Ding' } } },
  ...more,
})

const authorization = `Basic ${btoa('key:secret')}`
export type Ask = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  version?: string | null
  raw?: string | Uint8Array<ArrayBuffer>
}

/** A record store over the plain model, and short ways to ask it. The clock is `clock.nowMs`. */
export function startLrs(wrap: (store: StatementStore) => StatementStore = (store) => store) {
  const clock = { nowMs: Date.UTC(2026, 0, 1) }
  const nowMs = () => clock.nowMs
  const lrs = createLrs({
    store: wrap(memoryStatements(nowMs)),
    credentials: { key: 'key', secret: 'secret' },
    homePage: 'https://lrs.example',
    nowMs,
  })

  async function ask(path: string, { method = 'GET', body, headers = {}, version = '1.0.3', raw }: Ask = {}) {
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await lrs.fetch(
      new Request(`http://host/xapi${path}`, {
        method,
        headers: {
          Authorization: authorization,
          ...(payload === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(version === null ? {} : { 'X-Experience-API-Version': version }),
          ...headers,
        },
        ...(payload === undefined ? {} : { body: payload }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : JSON.parse(text),
    }
  }
  const post = (body: unknown, more: Ask = {}) => ask('/statements', { method: 'POST', body, ...more })
  const put = (statementId: string, body: unknown) =>
    ask(`/statements?statementId=${statementId}`, { method: 'PUT', body })
  const idsOf = (json: { statements: { id: string }[] }): number[] =>
    json.statements.map((one) => Number(one.id.slice(-12)))
  const list = async (query = '') => idsOf((await ask(`/statements${query}`)).json)
  return { clock, fetch: lrs.fetch, ask, post, put, list, idsOf }
}
