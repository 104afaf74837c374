import { expect, test } from 'vitest'
import { nextRandom, randomBelow } from './random.ts'

test('KER-4 the same seed draws the same numbers for ever', () => {
  const drawn: number[] = []
  for (let state = 1, i = 0; i < 5; i += 1) {
    const next = nextRandom(state)
    drawn.push(next.value)
    state = next.state
  }
  expect(drawn).toMatchInlineSnapshot(`
    [
      2693262067,
      11749833,
      2265367787,
      4213581821,
      4159151403,
    ]
  `)
})

test('KER-4 draws evenly: a million draws among ten stay within 1 % of their share', () => {
  const counts = Array.from({ length: 10 }, () => 0)
  let state = 42
  for (let i = 0; i < 1_000_000; i += 1) {
    const next = randomBelow(state, 10)
    state = next.state
    counts[next.value]! += 1
  }
  for (const count of counts) expect(Math.abs(count - 100_000)).toBeLessThan(1000)
})
