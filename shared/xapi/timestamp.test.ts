import fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatTimestamp, parseTimestamp } from './timestamp.ts'

test('XAPI-2 timestamps agree with the platform’s calendar over ten thousand years', () => {
  const instant = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(9999, 11, 31) })
  fc.assert(
    fc.property(instant, (ms) => {
      expect(formatTimestamp(ms)).toBe(new Date(ms).toISOString())
      expect(parseTimestamp(formatTimestamp(ms))).toBe(ms)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test.each([
  ['2008-09-15T15:53:00Z', Date.UTC(2008, 8, 15, 15, 53)],
  ['2008-09-15T15:53:00.6019999+02:00', Date.UTC(2008, 8, 15, 13, 53, 0, 601)],
  ['2008-09-15T15:53:00.6-0330', Date.UTC(2008, 8, 15, 19, 23, 0, 600)],
  ['2008-09-15T15:53:00+00', Date.UTC(2008, 8, 15, 15, 53)],
  ['2008-09-15T15:53:00', Date.UTC(2008, 8, 15, 15, 53)],
])('XAPI-2 accepts %s', (text, ms) => expect(parseTimestamp(text)).toBe(ms))

test.each([
  '2008-09-15T15:53:00-00:00',
  '2008-09-15T15:53:00-0000',
  '2008-09-15T15:53:00-00',
  '2008-09-15 15:53:00Z',
  '2008-09-15',
  '2008-02-30T00:00:00Z',
  '2009-02-29T00:00:00Z',
  '2008-13-01T00:00:00Z',
  '2008-01-01T24:00:00Z',
  '2008-01-01T00:00:00+24:00',
  'now',
  '',
])('XAPI-2 refuses %s', (text) => expect(parseTimestamp(text)).toBeUndefined())
