import { expect, test } from 'vitest'
import type { RosterPerson } from '#shared/protocol/members.ts'
import { lineQuality } from './line-quality.ts'

const quality = (change: Partial<RosterPerson>) =>
  lineQuality({ connected: true, lossy: false, rttMs: 40, ...change } as RosterPerson)

test('TOG-4 a connection is called by its worst trait', () => {
  expect(quality({})).toBe('good')
  expect(quality({ rttMs: 201 })).toBe('slow')
  expect(quality({ rttMs: null })).toBe('unknown')
  expect(quality({ rttMs: 500, lossy: true })).toBe('lossy')
  expect(quality({ connected: false, lossy: true })).toBe('lost')
})
