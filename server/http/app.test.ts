import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryPeople } from '#server/people/adapters/memory-people.fixture.ts'
import { createTickets } from '#server/people/tickets.ts'
import type { SessionRow } from '#server/sessions/journal.ts'
import { createManualClock } from '#server/sessions/clock.ts'
import { StorageError } from '#server/database/storage-error.ts'
import type { AppDeps } from './app.ts'
import { createApp } from './app.ts'
import { createOriginCheck } from './origins.ts'
import { requestListener } from './request-listener.ts'

let folder: string
let server: Server
let base: string
const clock = createManualClock(1_000_000)
const rows = new Map<string, SessionRow>()
const lines: string[] = []
let storageFails = false

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
        storageFails ? Promise.reject(new StorageError('storage-full')) : people.label(person),
    },
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
      async start({ scenario, mode, person }: { scenario: string; mode: string; person: string }) {
        if (scenario !== 'fire') return { ok: false, reason: 'unknown-scenario' }
        const id = crypto.randomUUID()
        rows.set(id, {
          id,
          scenario: { id: scenario, version: '1.0.0' },
          mode,
          registration: id,
          createdAt: 1,
          head: '{}',
          persons: [person],
          status: 'open',
        })
        return { ok: true, session: id, role: 'trainee' }
      },
    } as unknown as AppDeps['sessions'],
    journal: {
      session: async (id: string) => rows.get(id),
      listByPerson: async (person: string) =>
        [...rows.values()].filter(({ persons }) => persons.includes(person)),
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

/** A browser: keeps its cookie. */
function browser(): {
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

describe('people', () => {
  test('PPL-20 a browser gets a pseudonym in a signed cookie that scripts cannot read, and keeps it', async () => {
    const trainee = browser()
    const first = await trainee.call('GET', '/api/me')
    expect(first.headers.getSetCookie()[0]).toMatch(
      /^sightline=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/,
    )
    expect((await trainee.call('GET', '/api/me')).body['person']).toBe(first.body['person'])
    trainee.cookie = trainee.cookie.replace(/\.[\w-]+$/, '.AAAA')
    expect((await trainee.call('GET', '/api/me')).body['person']).not.toBe(first.body['person'])
  })

  test('PPL-21 a name is a label and may not hold control characters', async () => {
    const trainee = browser()
    expect((await trainee.call('PUT', '/api/me', { name: '  Ada  ' })).body).toMatchObject({
      name: 'Ada',
      grants: [],
    })
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(61), 5])
      expect((await trainee.call('PUT', '/api/me', { name })).status).toBe(400)
  })

  test('PPL-22 a pairing code makes the second device the same person, once', async () => {
    const [first, second, third] = [browser(), browser(), browser()]
    const me = (await first.call('GET', '/api/me')).body['person']
    const { code } = (await first.call('POST', '/api/pairing', {})).body as unknown as { code: string }
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    const spoken = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    expect((await second.call('POST', '/api/pairing/redeem', { code: spoken })).body['person']).toBe(me)
    expect((await second.call('GET', '/api/me')).body['person']).toBe(me)
    expect((await third.call('POST', '/api/pairing/redeem', { code })).status).toBe(404)
  })

  test('PPL-23 who guesses codes is stopped', async () => {
    const guesser = browser()
    await guesser.call('GET', '/api/me')
    const statuses: number[] = []
    for (let n = 0; n < 14; n += 1)
      statuses.push((await guesser.call('POST', '/api/pairing/redeem', { code: 'BBBBBBBB' })).status)
    expect([statuses.filter((status) => status === 404).length, statuses.at(-1)]).toEqual([10, 429])
    clock.advance(60_000)
  })

  test('PPL-24 exam and invitations need a grant; the instructor gives it by a link with the token in its fragment', async () => {
    const [instructor, trainee] = [browser(), browser()]
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'exam' })).body).toMatchObject({
      error: 'needs-grant',
    })
    expect((await trainee.call('POST', '/api/invites', { grant: 'exam' })).status).toBe(403)
    await instructor.call('GET', '/api/me')
    expect(
      (await instructor.call('POST', '/api/invites/redeem', { token: 'the-operator-token-0000' })).status,
    ).toBe(404)
    expect(
      (await instructor.call('POST', '/api/invites/redeem', { token: 'the-operator-token-1234' })).body,
    ).toMatchObject({ grants: [{ kind: 'instructor' }] })
    const { url } = (await instructor.call('POST', '/api/invites', { grant: 'exam', scenario: 'fire' }))
      .body as unknown as { url: string }
    expect(new URL(url).search).toBe('')
    const token = new URL(url).hash.replace('#invite=', '')
    expect((await trainee.call('POST', '/api/invites/redeem', { token })).body).toMatchObject({
      grants: [{ kind: 'exam', scenario: 'fire' }],
    })
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'exam' })).status).toBe(201)
    expect((await trainee.call('POST', '/api/runs', { scenario: 'fire', mode: 'drill' })).status).toBe(403)
  })
})

describe('runs', () => {
  test('SRV-30 a run begins with a ticket, is listed, and its ticket and debrief are its owner’s', async () => {
    const [owner, other] = [browser(), browser()]
    const begun = await owner.call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' })
    const { session, ticket } = begun.body as unknown as { session: string; ticket: string }
    expect([begun.status, typeof ticket]).toEqual([201, 'string'])
    expect((await owner.call('GET', '/api/runs')).body).toMatchObject([
      { session, scenario: 'fire', mode: 'guided', status: 'open', startedAt: 1 },
    ])
    await other.call('GET', '/api/me')
    for (const [method, path] of [
      ['POST', `/api/runs/${session}/ticket`],
      ['GET', `/api/runs/${session}/debrief`],
    ] as const) {
      expect((await other.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(404)
    }
    expect((await owner.call('GET', `/api/runs/${session}/debrief`)).body).toMatchObject({ error: 'running' })
  })

  test('SRV-31 what does not exist is a refusal with a hint', async () => {
    const { status, body } = await browser().call('POST', '/api/runs', {
      scenario: 'nothing',
      mode: 'guided',
    })
    expect([status, body]).toEqual([
      404,
      {
        error: 'unknown',
        message: 'There is no such scenario "nothing".',
        hint: 'The lobby lists what there is.',
      },
    ])
  })
})

describe('doors', () => {
  test('SRV-32 a page of another site changes nothing', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(
        (await browser().call('POST', '/api/pairing', {}, headers as Record<string, string>)).body,
      ).toMatchObject({ error: 'foreign-origin' })
    }
    expect((await browser().call('POST', '/api/pairing', {}, { origin: base })).status).toBe(201)
  })

  test('SRV-33 bodies that are large, not JSON or not as described are refused', async () => {
    const { call } = browser()
    expect((await call('PUT', '/api/me', `{"name":"${'x'.repeat(17 * 1024)}"}`)).status).toBe(413)
    expect((await call('PUT', '/api/me', '{')).status).toBe(400)
    expect((await call('PUT', '/api/me', { name: 'a', admin: true })).status).toBe(400)
    expect((await call('PUT', '/api/me', 'name=a', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  test('SRV-34 a full disk is a 503 that says so', async () => {
    storageFails = true
    const { status, body, headers } = await browser().call('GET', '/api/me')
    storageFails = false
    expect([status, body['error'], headers.get('retry-after')]).toEqual([503, 'storage-unavailable', '5'])
  })

  test('SRV-35 a class of forty behind one address gets in within the same second', async () => {
    const class40 = Array.from({ length: 40 }, browser)
    const statuses = await Promise.all(
      class40.map(async ({ call }) => [
        (await call('PUT', '/api/me', { name: 'x' })).status,
        (await call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' })).status,
      ]),
    )
    expect(new Set(statuses.flat())).toEqual(new Set([200, 201]))
  })

  test('SRV-36 the log has neither queries nor codes nor secrets', async () => {
    lines.length = 0
    await browser().call('GET', '/nowhere?token=geheim')
    await browser().call('GET', '/api/nowhere/x?code=geheim', undefined, {
      authorization: 'Bearer geheim',
      cookie: 'sightline=geheim',
    })
    expect(lines.length).toBe(2)
    expect(lines.join()).not.toContain('geheim')
  })

  test('SRV-37 alive and ready answer', async () => {
    expect([
      (await browser().call('GET', '/healthz')).status,
      (await browser().call('GET', '/readyz')).status,
    ]).toEqual([200, 200])
  })

  test('SRV-38 without a manual clock nobody moves time', async () => {
    expect((await browser().call('POST', '/debug/clock', { advanceMs: 1 })).status).toBe(404)
  })
})

describe('headers', () => {
  test('SRV-45 every answer forbids what a browser must not do', async () => {
    for (const path of ['/', '/api/me', '/nowhere', '/static/main-abc.js']) {
      const { headers } = await browser().call('GET', path)
      expect(headers.get('content-security-policy')).toContain(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
      )
      expect([
        headers.get('x-content-type-options'),
        headers.get('cross-origin-opener-policy'),
        headers.get('access-control-allow-origin'),
      ]).toEqual(['nosniff', 'same-origin', null])
      expect(headers.get('permissions-policy')).toContain('xr-spatial-tracking=(self)')
    }
  })
})
