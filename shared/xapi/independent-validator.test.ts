import { createRequire } from 'node:module'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyEventBody } from './any-event.fixture.ts'
import { context, NOW } from './record-context.fixture.ts'
import { statementsOf } from './statements-of.ts'

// Learning Locker's validator: another team's reading of xAPI 1.0.3, conformance tested by them; CommonJS.
const validate: (statement: unknown) => unknown[] = createRequire(import.meta.url)(
  '@learninglocker/xapi-validation',
).default

test('XAPI-14 a validator that is not ours finds no fault in any statement of any events', () => {
  let checked = 0
  fc.assert(
    fc.property(fc.array(anyEventBody, { maxLength: 20 }), (bodies) => {
      const events = bodies.map((body, n) => ({ n, atMs: n * 50, ...body }))
      for (const { bytes } of statementsOf(events, context, NOW)) {
        expect(validate(JSON.parse(bytes))).toEqual([])
        checked += 1
      }
    }),
    { seed: 14, numRuns: 100 },
  )
  expect(checked).toBeGreaterThan(300)
})

test('XAPI-14 that validator does find faults', () => {
  const [first] = statementsOf([{ n: 0, atMs: 0, type: 'sessionStarted' }], context, NOW)
  const good = JSON.parse(first?.bytes ?? '{}')
  for (const bad of [
    { ...good, actor: {} },
    { ...good, timestamp: 'now' },
    { ...good, colour: 'red' },
    { ...good, result: { duration: '3 s' } },
  ]) {
    expect(validate(bad).length).toBeGreaterThan(0)
  }
})
