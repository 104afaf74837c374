import { expect, test } from 'vitest'
import { createApi } from './api.ts'

test('NET-13 a refusal is a value with its code', async () => {
  const refusal = { error: 'needs-grant', message: 'm', hint: 'h' }
  const api = createApi(async () => Response.json(refusal, { status: 403 }))
  expect(await api.startRun({ scenario: 'x', mode: 'exam' })).toEqual({
    ok: false,
    problem: { status: 403, code: 'needs-grant', message: 'm', hint: 'h', transient: false },
  })
})

test('NET-13 a network that fails, and a page where JSON was due, are transient or told as unreadable', async () => {
  const away = createApi(() => Promise.reject(new TypeError('fetch failed')))
  expect((await away.me()) as unknown).toMatchObject({
    ok: false,
    problem: { code: 'offline', transient: true },
  })
  const proxy = createApi(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect((await proxy.me()) as unknown).toMatchObject({
    ok: false,
    problem: { status: 502, code: 'unreadable', transient: true },
  })
})

test('NET-13 names in addresses are escaped', async () => {
  const asked: string[] = []
  const api = createApi(async (input) => {
    if (typeof input === 'string') asked.push(input)
    return Response.json({})
  })
  await api.edition('../me', '1.0.0+x')
  await api.ticket('a/b')
  expect(asked).toEqual(['/api/scenarios/..%2Fme?version=1.0.0%2Bx', '/api/runs/a%2Fb/ticket'])
})
