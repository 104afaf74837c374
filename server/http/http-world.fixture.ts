import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { memoryPeople } from '#server/people/adapters/memory-people.fixture.ts'
import { memoryGuests } from '#server/people/adapters/memory-guests.fixture.ts'
import { createTickets } from '#server/people/tickets.ts'
import type { SessionRow } from '#server/sessions/journal.ts'
import { createManualClock, stoppedTicker } from '#server/sessions/clock.ts'
import { fakeRules } from '#server/sessions/fake-rules.fixture.ts'
import { TrainingSession } from '#server/sessions/training-session.ts'
import type { StartRequest } from '#server/sessions/training-sessions.ts'
import { StorageError } from '#server/database/storage-error.ts'
import type { AppDeps } from './app.ts'
import { createApp } from './app.ts'
import { createOriginCheck } from './origins.ts'
import { requestListener } from './request-listener.ts'

// The whole HTTP app on a real port over fakes. Importing this file sets it up for a test file.

let folder: string
let server: Server
export let base: string
export const clock = createManualClock(1_000_000)
export const rows = new Map<string, SessionRow>()
export const live = new Map<string, TrainingSession>()
export const lines: string[] = []
export const storage = { fails: false }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-app-'))
  await mkdir(join(folder, 'dist/client/pages'), { recursive: true })
  await mkdir(join(folder, 'dist/client/static'), { recursive: true })
  await mkdir(join(folder, 'assets/built'), { recursive: true })
  for (const page of ['lobby', 'train', 'join', 'debrief', 'not-found'])
    await writeFile(join(folder, `dist/client/pages/${page}.html`), `<h1>${page}</h1>`)
  await writeFile(join(folder, 'dist/client/static/main-abc.js'), 'let a = 1\n'.repeat(500))
  await writeFile(join(folder, 'dist/client/.secret.txt'), 'secret')
  await writeFile(join(folder, 'dist/client/manifest.json'), '{}')
  await writeFile(join(folder, 'assets/built/kitchen.glb'), 'glTF')
  await writeFile(join(folder, 'package.json'), '{}')
  const people = memoryPeople()
  const nowMs = (): number => clock.nowMs()
  const deps: AppDeps = {
    people: {
      ...people,
      label: (person) =>
        storage.fails ? Promise.reject(new StorageError('storage-full')) : people.label(person),
    },
    guests: memoryGuests(),
    codeKey: randomBytes(32).toString('base64url'),
    nowMs,
    root: folder,
    publicUrl: undefined,
    cookieKey: randomBytes(32).toString('base64url'),
    rootCertificate: undefined,
    adminToken: 'the-operator-token-1234',
    baseUrl: () => base,
    originCheck: createOriginCheck({
      names: ['localhost'],
      ports: () => [(server.address() as AddressInfo).port],
    }),
    log: (level, event, fields) => void lines.push(JSON.stringify([level, event, fields])),
    tickets: createTickets({ key: randomBytes(32).toString('base64url'), store: people, nowMs }),
    scenarios: { list: async () => [], load: async () => undefined } as Partial<
      AppDeps['scenarios']
    > as AppDeps['scenarios'],
    sessions: {
      async start({ scenario, mode, person, kind, role }: StartRequest) {
        if (scenario === 'full') return { ok: false, reason: 'full' }
        if (scenario !== 'fire') return { ok: false, reason: 'unknown-scenario' }
        const id = crypto.randomUUID()
        const session = liveSession(id, person)
        live.set(id, session)
        rows.set(id, {
          id,
          scenario: { id: scenario, version: '1.0.0' },
          mode,
          registration: id,
          createdAt: 1,
          head: '{}',
          host: person,
          persons: kind === 'participant' ? [person] : [],
          status: 'open',
        })
        const admitted = session.admits({ person, kind, role })
        return admitted.ok ? { ok: true, session: id, role: admitted.role } : admitted
      },
      open: async (id: string) => live.get(id),
    } as unknown as AppDeps['sessions'],
    journal: {
      session: async (id: string) => rows.get(id),
      listByPerson: async (person: string) =>
        [...rows.values()].filter(({ host, persons }) => host === person || persons.includes(person)),
    } as unknown as AppDeps['journal'],
    debrief: async () => ({}) as never,
    rooms: { matchmake: async () => ({ status: 401, body: {} }), stop: async () => {} },
    recordStore: { fetch: async () => new Response('lrs') },
    notReady: async () => undefined,
  }
  server = createServer(requestListener(createApp(deps)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

/** A session over small fake rules: one may train with up to 63 others, one may watch the fire. */
function liveSession(id: string, host: string): TrainingSession {
  return new TrainingSession({
    id,
    host,
    rules: fakeRules(),
    scenario: { id: 'fire', version: '1.0.0', contentHash: 'h' },
    journal: { append: async () => ({ ok: true }) },
    clock,
    ticker: stoppedTicker,
    log: () => {},
    onStatements() {},
    onClosed() {},
  })
}

/** A browser: keeps its cookie. */
export function browser(): {
  cookie: string
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, never>; headers: Headers }>
} {
  const self = {
    cookie: '',
    async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(self.cookie === '' ? {} : { cookie: self.cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      self.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? self.cookie
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      }
    },
  }
  return self
}
