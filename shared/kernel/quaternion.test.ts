import fc from 'fast-check'
import { expect, test } from 'vitest'
import { multiply, rotate, rotationFromYaw, yawOf } from './quaternion.ts'

test('KER-6 turning left by a quarter points −Z to −X', () => {
  const [x, y, z] = rotate(rotationFromYaw(Math.PI / 2), [0, 0, -1])
  expect([x, y, z].map((n) => Math.round(n * 1e9) / 1e9 + 0)).toEqual([-1, 0, 0])
})

test('KER-6 yaws add up and come back', () => {
  const yaw = fc.double({ min: -1.5, max: 1.5, noNaN: true })
  fc.assert(
    fc.property(
      yaw,
      yaw,
      (a, b) => Math.abs(yawOf(multiply(rotationFromYaw(a), rotationFromYaw(b))) - (a + b)) < 1e-12,
    ),
    { seed: 3, numRuns: 500 },
  )
})
