import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import type { OpenedInstance } from './instance.ts'
import { openInstance, rememberGreeting } from './instance.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-instance-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (environment: Record<string, string> = {}): Promise<OpenedInstance> =>
  openInstance(readConfig(['--data', join(folder, 'data')], environment), 1)

test('SRV-4 identity, keys and homePage are made at first start and stay', async () => {
  const first = await open()
  const failed = await open()
  await rememberGreeting(join(folder, 'data'))
  const again = await open()
  // A first start that failed half-way has shown nothing yet.
  expect([first, failed, again].map(({ firstStart }) => firstStart)).toEqual([true, true, false])
  expect(again).toMatchObject({
    id: first.id,
    homePage: first.homePage,
    keys: first.keys,
    recordStore: first.recordStore,
  })
  expect(first.homePage).toBe(`https://${first.id}.sightline.invalid`)
  expect((await stat(join(folder, 'data/instance.json'))).mode & 0o777).toBe(0o600)
})

test('SRV-4 homePage is PUBLIC_URL when given at first start, and cannot change afterwards', async () => {
  expect((await open({ PUBLIC_URL: 'https://a.example/' })).homePage).toBe('https://a.example')
  await expect(open({ PUBLIC_URL: 'https://b.example' })).rejects.toThrow(
    'PUBLIC_URL cannot be used: this data folder has served https://a.example since its first start',
  )
  expect((await open()).publicUrl).toBe('https://a.example')
})

test('SRV-4 a PUBLIC_URL that comes later gives links but leaves homePage', async () => {
  const { homePage } = await open()
  expect(await open({ PUBLIC_URL: 'https://a.example' })).toMatchObject({
    homePage,
    publicUrl: 'https://a.example',
  })
})

test('SRV-2 credentials of the record store come from the settings when given; a damaged file stops the start', async () => {
  expect((await open({ XAPI_KEY: 'given-key', XAPI_SECRET: 'given-secret-given' })).recordStore).toEqual({
    key: 'given-key',
    secret: 'given-secret-given',
  })
  expect(await readFile(join(folder, 'data/instance.json'), 'utf8')).not.toContain('given-secret')
  await writeFile(join(folder, 'data/instance.json'), '{')
  await expect(open()).rejects.toThrow('Restore it from a backup')
})
