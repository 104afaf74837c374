import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atan2, cos, exp, sin } from './trigonometry.ts'

const angle = fc.double({ min: -1e5, max: 1e5, noNaN: true })
const length = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const many = { seed: 7, numRuns: 20_000 }

test('KER-3 sine and cosine keep the stated error up to 1e5 radians', () => {
  fc.assert(
    fc.property(
      angle,
      (x) => Math.abs(sin(x) - Math.sin(x)) < 4e-16 && Math.abs(cos(x) - Math.cos(x)) < 4e-16,
    ),
    many,
  )
})

test('KER-3 the angle of a point is right in every quadrant', () => {
  fc.assert(
    fc.property(
      length,
      length,
      (y, x) => (x === 0 && y === 0) || Math.abs(atan2(y, x) - Math.atan2(y + 0, x)) < 5e-16,
    ),
    many,
  )
  expect([atan2(0, 0), atan2(0, -1), atan2(1, 0), atan2(-1, 0)]).toEqual([
    0,
    Math.PI,
    Math.PI / 2,
    -Math.PI / 2,
  ])
})

test('KER-3 powers of e keep 1e-14 of their size', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -690, max: 690, noNaN: true }),
      (x) => Math.abs(exp(x) / Math.exp(x) - 1) < 1e-14,
    ),
    many,
  )
  expect([exp(0), exp(-1000)]).toEqual([1, 0])
})

test('KER-3 gives these very bits, on every engine', () => {
  expect([sin(1), cos(1), atan2(1, 2), exp(1), sin(12345.678)]).toMatchInlineSnapshot(`
    [
      0.8414709848078965,
      0.5403023058681398,
      0.4636476090008061,
      2.7182818284590455,
      -0.7040813137533816,
    ]
  `)
})
