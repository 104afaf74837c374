import { beforeEach, expect, test } from 'vitest'

import { StorageError } from '#server/database/storage-error.ts'

import type { Ask } from './lrs.fixture.ts'
import { id, startLrs, statement } from './lrs.fixture.ts'

let { clock, fetch, ask, post, list } = startLrs()
beforeEach(() => void ({ clock, fetch, ask, post, list } = startLrs()))

test.each([
  ['missing', ''],
  ['wrong', `Basic ${btoa('foo:bar')}`],
  ['a prefix', `Basic ${btoa('key:secre')}`],
  ['another scheme', 'Bearer key:secret'],
  ['malformed', 'Basic %%%'],
])('LRS-1 %s credentials get 401 on every resource but about', async (_, header) => {
  await post(statement(1))
  for (const path of ['/statements', `/statements?statementId=${id(1)}`, '/activities/state', '/nowhere']) {
    const { status, text, headers } = await ask(path, { headers: { Authorization: header } })
    expect([status, headers.get('WWW-Authenticate')?.slice(0, 5)]).toEqual([401, 'Basic'])
    expect(text).not.toContain(id(1))
  }
  expect((await ask('/about', { headers: { Authorization: header }, version: null })).json).toEqual({
    version: ['1.0.3', '2.0.0'],
    extensions: {},
  })
})

test.each([
  ['1.0.3', 200, '1.0.3'],
  ['1.0', 200, '1.0.3'],
  ['1.0.0', 200, '1.0.3'],
  ['2.0.0', 200, '2.0.0'],
  ['2.0', 200, '2.0.0'],
  [null, 400, '0.95'],
  ['0.95', 400, '0.95'],
  ['1.1.0', 400, '0.95'],
  ['3.0.0', 400, '0.95'],
  ['x', 400, '0.95'],
])('LRS-2 version %s → %i, answered as %s', async (version, status, answered) => {
  const answer = await ask('/statements', { version })
  expect([answer.status, answer.headers.get('X-Experience-API-Version')]).toEqual([status, answered])
  expect(Date.parse(answer.headers.get('X-Experience-API-Consistent-Through') ?? '')).toBe(clock.nowMs)
})

test('LRS-3 what is too large or too deep is refused with the limit', async () => {
  const refused = async (more: Ask) => {
    const { status, json } = await ask('/statements', { method: 'POST', ...more })
    return [status, json.error]
  }
  expect(await refused({ body: statement(1, { result: { response: 'x'.repeat(1024 * 1024) } }) })).toEqual([
    413,
    expect.stringContaining('1048576'),
  ])
  expect(await refused({ body: Array.from({ length: 501 }, (_, n) => statement(n)) })).toEqual([
    413,
    expect.stringContaining('500'),
  ])
  expect(await refused({ raw: '['.repeat(70) + ']'.repeat(70) })).toEqual([
    400,
    expect.stringContaining('64 levels'),
  ])
  expect(await list()).toEqual([])
})

test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
  ['no JSON', '{', 'not JSON'],
  ['a doubled key', `{"id":"${id(1)}","verb":{"id":"x:a","id":"x:b"}}`, 'the key "id" stands twice'],
  ['a doubled key, escaped', '{"a":1,"\\u0061":2}', 'the key "a" stands twice'],
  ['half a surrogate', '{"a":"\\ud800"}', 'half of a surrogate pair'],
  ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'not UTF-8'],
])('LRS-3 %s is refused', async (_, raw, message) => {
  const { status, json } = await ask('/statements', { method: 'POST', raw })
  expect([status, json.error]).toEqual([400, expect.stringContaining(message)])
})

test('LRS-3 equal keys in different objects, and quotes and colons inside strings, are fine', async () => {
  const extensions = { 'x:e': [{ a: 1 }, { a: '{"a":1,"a":2}' }, { b: { a: '\\":' } }] }
  expect((await post(statement(1, { result: { extensions } }))).status).toBe(200)
  expect((await ask(`/statements?statementId=${id(1)}`)).json.result.extensions).toEqual(extensions)
})

test('LRS-4 a browser of any origin may ask', async () => {
  const preflight = await fetch(new Request('http://host/xapi/statements', { method: 'OPTIONS' }))
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('X-Experience-API-Version')
  expect((await ask('/statements')).headers.get('Access-Control-Expose-Headers')).toContain(
    'X-Experience-API-Consistent-Through',
  )
})

test('LRS-5 what is not built says so', async () => {
  const statusOf = async (path: string, more?: Ask) => (await ask(path, more)).status
  for (const path of [
    '/activities/state',
    '/activities/profile',
    '/agents/profile',
    '/agents',
    '/activities',
  ])
    expect(await statusOf(path)).toBe(501)
  expect(await statusOf('/statements/x')).toBe(404)
  expect(await statusOf('/statements', { method: 'DELETE' })).toBe(405)
  expect(await statusOf('/statements?attachments=true')).toBe(501)
  expect(await statusOf('/statements?method=GET', { method: 'POST', body: {} })).toBe(501)
  expect(await statusOf('/statements?method=GET', { method: 'POST', body: {}, version: '2.0.0' })).toBe(400)
  expect(
    await statusOf('/statements', {
      method: 'POST',
      raw: 'x',
      headers: { 'Content-Type': 'multipart/mixed; boundary=a' },
    }),
  ).toBe(501)
  expect(
    await statusOf('/statements', { method: 'POST', raw: 'x', headers: { 'Content-Type': 'text/plain' } }),
  ).toBe(400)
})

test('LRS-6 a full store answers 507, a broken one 503, with the sentence', async () => {
  for (const [reason, status] of [
    ['storage-full', 507],
    ['storage-fault', 503],
    ['storage-busy', 503],
  ] as const) {
    const broken = startLrs((store) => ({ ...store, insert: () => Promise.reject(new StorageError(reason)) }))
    expect(await broken.post(statement(1))).toMatchObject({
      status,
      json: { error: new StorageError(reason).message },
    })
  }
})
