import fc from 'fast-check'
import { expect, test } from 'vitest'

import { anyActors, anyEventBody } from './any-event.fixture.ts'
import { context, NOW } from './record-context.fixture.ts'
import { parseStatement } from './statement.ts'
import type { RecordContext } from './statements-of.ts'
import { statementsOf } from './statements-of.ts'

test('XAPI-7 any events: every statement is valid in both lines, has an id of its own, and is the same bytes again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyEventBody, anyActors), { maxLength: 30 }),
      fc.constantFrom('guided', 'exam', 'practice'),
      (bodies, modeName) => {
        const events = bodies.map(([one, about], n) => ({ n, atMs: n * 50, ...one, ...about }))
        const within = { ...context, mode: modeName } as RecordContext
        const statements = statementsOf(events, within, NOW)
        expect(new Set(statements.map(({ id: own }) => own)).size).toBe(statements.length)
        for (const { id: own, bytes } of statements) {
          const value = JSON.parse(bytes)
          expect(value.id).toBe(own)
          expect(parseStatement(value, '1.0')).toMatchObject({ ok: true })
          expect(parseStatement(value, '2.0')).toMatchObject({ ok: true })
        }
        expect(statementsOf(events, { ...within }, NOW)).toEqual(statements)
        // Cut anywhere, the events give the same statements: recovery may hand them over in other portions.
        expect(events.flatMap((event) => statementsOf([event], within, NOW))).toEqual(statements)
      },
    ),
    { seed: 11, numRuns: 300 },
  )
})
