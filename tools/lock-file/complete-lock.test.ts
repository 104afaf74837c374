import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Lock } from './complete-lock.ts'
import { completeLock } from './complete-lock.ts'

test('adds what the parents pin, with the platform in the name, and keeps what is there', () => {
  const lock: Lock = {
    packages: {
      '': {},
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/darwin-arm64': '1.0.0',
          '@tool/binding-linux-arm-musleabihf': '1.0.0',
          '@tool/linux-x64-gnu': '1.0.0',
          '@tool/nested-x64': '^2',
        },
      },
      'node_modules/tool/node_modules/@tool/nested-x64': {},
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0' },
    },
  }
  expect(completeLock(lock)).toEqual(['@tool/darwin-arm64@1.0.0', '@tool/binding-linux-arm-musleabihf@1.0.0'])
  expect(lock.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  })
  expect(lock.packages['node_modules/@tool/binding-linux-arm-musleabihf']).toMatchObject({
    cpu: ['arm'],
    os: ['linux'],
    libc: ['musl'],
  })
  expect(lock.packages['node_modules/@tool/linux-x64-gnu']).toEqual({ version: '1.0.0' })
  expect(completeLock(lock)).toEqual([])
})

test('refuses to invent a package that no name explains', () => {
  const lock: Lock = { packages: { 'node_modules/tool': { optionalDependencies: { extra: '1.0.0' } } } }
  expect(() => completeLock(lock)).toThrow('extra@1.0.0 is missing')
})

test('our lock is complete: otherwise run `npm run lock`', () => {
  const file = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  expect(completeLock(JSON.parse(file) as Lock)).toEqual([])
})
