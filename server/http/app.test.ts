import { describe, expect, test } from 'vitest'
import { BROKEN } from '#server/sessions/journal.ts'
import { base, clock, lines, rows, storage, browser } from './http-world.fixture.ts'

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
    storage.fails = true
    const { status, body, headers } = await browser().call('GET', '/api/me')
    storage.fails = false
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

test('SRV-46 one address begins sixty runs at once, then two a second, whoever asks', async () => {
  clock.advance(60_000)
  const statuses: number[] = []
  const begin = async (): Promise<void> =>
    void statuses.push(
      (await browser().call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' })).status,
    )
  for (let n = 0; n < 61; n += 1) await begin()
  clock.advance(1000)
  for (let n = 0; n < 3; n += 1) await begin()
  expect([new Set(statuses.slice(0, 60)), statuses.slice(60)]).toEqual([new Set([201]), [429, 201, 201, 429]])
  clock.advance(60_000)
})

test('SRV-47 a server that is full says so, and a run that broke says so instead of a debrief', async () => {
  const { call } = browser()
  await call('GET', '/api/me')
  const full = await call('POST', '/api/runs', { scenario: 'full', mode: 'guided' })
  expect([full.status, full.body['error'], full.headers.get('retry-after')]).toEqual([503, 'full', '60'])
  const { session } = (await call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' }))
    .body as unknown as { session: string }
  const row = rows.get(session)
  if (row !== undefined) rows.set(session, { ...row, status: 'ended', ended: { at: 2, outcome: BROKEN } })
  expect((await call('GET', `/api/runs/${session}/debrief`)).body).toMatchObject({ error: 'broken' })
  expect((await call('GET', '/api/runs')).body).toMatchObject([{ status: 'ended', outcome: BROKEN }])
})

test('SRV-39 a person has at most twenty unfinished runs', async () => {
  const { call } = browser()
  await call('GET', '/api/me')
  const statuses: number[] = []
  for (let n = 0; n < 21; n += 1)
    statuses.push((await call('POST', '/api/runs', { scenario: 'fire', mode: 'guided' })).status)
  expect([new Set(statuses.slice(0, 20)), statuses[20]]).toEqual([new Set([201]), 429])
})
