import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HttpEnv } from './http-env.ts'
import { pagesApp } from './pages.ts'

const script = 'let a = 1\n'.repeat(500)
let folder: string
let app: Hono<HttpEnv>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-pages-'))
  await Promise.all(
    ['dist/client/pages', 'dist/client/static', 'assets/built'].map((path) =>
      mkdir(join(folder, path), { recursive: true }),
    ),
  )
  const files: Record<string, string> = {
    'dist/client/static/main-abc.js': script,
    'dist/client/.secret.txt': 'secret',
    'dist/client/manifest.json': '{}',
    'assets/built/kitchen.glb': 'glTF',
    'package.json': '{}',
  }
  for (const page of ['lobby', 'train', 'join', 'live', 'debrief', 'not-found'])
    files[`dist/client/pages/${page}.html`] = `<h1>${page}</h1>`
  await Promise.all(Object.entries(files).map(([path, text]) => writeFile(join(folder, path), text)))
  app = pagesApp(folder)
})
afterAll(() => rm(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { headers }))

test.each([
  ['/', 'lobby'],
  ['/train/use-extinguisher?mode=guided', 'train'],
  ['/join', 'join'],
  ['/join/BCDF', 'join'],
  ['/live/x', 'live'],
  ['/debrief/x', 'debrief'],
])('SRV-40 %s is the page %s, revalidated each time', async (path, page) => {
  const response = await get(path)
  expect([response.status, await response.text()]).toEqual([200, `<h1>${page}</h1>`])
  expect([response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    'text/html; charset=utf-8',
    'no-cache',
  ])
})

test('SRV-41 an unknown address gets a page that helps, programs get JSON', async () => {
  const page = await get('/lobbby', { accept: 'text/html' })
  expect([page.status, await page.text()]).toEqual([404, '<h1>not-found</h1>'])
  expect(await (await get('/lobbby')).json()).toMatchObject({ error: 'unknown' })
})

test.each([
  '/.secret.txt',
  '/manifest.json',
  '/pages/lobby.html',
  '/..%2fpackage.json',
  '/static/..%2f..%2f..%2fpackage.json',
  '/assets/built/..%2f..%2fpackage.json',
  '/assets/built/%2e%2e/%2e%2e/package.json',
  '/%00',
  '/%ff',
  '/static/',
])('SRV-42 %s is not served', async (path) => {
  expect((await get(path)).status).toBe(404)
})

test('SRV-43 hashed files are kept for ever, compressed, and revalidate by ETag', async () => {
  const [plain, small] = [
    await get('/static/main-abc.js'),
    await get('/static/main-abc.js', { 'accept-encoding': 'gzip, br' }),
  ]
  expect(await plain.text()).toBe(script)
  expect(Number(small.headers.get('content-length'))).toBeLessThan(script.length / 10)
  expect([small.headers.get('cache-control'), small.headers.get('content-encoding')]).toEqual([
    'public, max-age=31536000, immutable',
    'br',
  ])
  expect(
    (await get('/static/main-abc.js', { 'if-none-match': plain.headers.get('etag') ?? '' })).status,
  ).toBe(304)
})

test('SRV-43 an encoding that is refused is not used', async () => {
  const { headers } = await get('/static/main-abc.js', { 'accept-encoding': 'br;q=0, gzip;q=0.5' })
  expect(headers.get('content-encoding')).toBe('gzip')
})

test('SRV-44 models have their type; with their hash in the address they are kept for ever', async () => {
  const { headers } = await get('/assets/built/kitchen.glb')
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
    'model/gltf-binary',
    'no-cache',
  ])
  const hash = (headers.get('etag') ?? '').slice(1, 17)
  expect((await get(`/assets/built/kitchen.glb?v=${hash}`)).headers.get('cache-control')).toContain(
    'immutable',
  )
})
