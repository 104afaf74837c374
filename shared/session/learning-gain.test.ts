import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gainOf, pooledGain } from './learning-gain.ts'

const [y, n] = [true, false]

test('SES-64 the later half of the answers is compared with the earlier; the one in the middle is left out', () => {
  expect(gainOf([n, n, y, y])).toEqual({
    first: { answered: 2, right: 0 },
    second: { answered: 2, right: 2 },
    gain: 1,
  })
  expect(gainOf([y, n, n, n, y])).toEqual({
    first: { answered: 2, right: 1 },
    second: { answered: 2, right: 1 },
    gain: 0,
  })
  expect(gainOf([y, y, n, n])?.gain).toBe(-1)
})

test('SES-64 fewer than four answers say nothing', () => {
  for (const few of [[], [y], [n, y], [n, n, y]]) expect(gainOf(few)).toBeNull()
  expect(pooledGain([])).toBeNull()
})

test('SES-64 any answers: halves are equal, the gain lies between −1 and 1 and turns its sign with the order', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 60 }), (right) => {
      const there = gainOf(right)
      const back = gainOf(right.toReversed())
      expect(there?.first.answered).toBe(there?.second.answered)
      expect(Math.abs(there?.gain ?? 9)).toBeLessThanOrEqual(1)
      expect(there?.gain).toBeCloseTo(-(back?.gain ?? 9), 12)
      const twice = there === null ? null : pooledGain([there, there])
      expect(twice?.gain).toBeCloseTo(there?.gain ?? 9, 12)
    }),
    { seed: 64, numRuns: 500 },
  )
})
