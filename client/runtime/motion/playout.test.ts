import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlayout } from './playout.ts'

const seed = 20_261_123

/** Messages every `intervalMs`, each `way(nth)` on its way; steps of 10 ms. */
function run(intervalMs: number, way: (nth: number) => number, untilMs = 8000) {
  const playout = createPlayout()
  const coming: { stamp: number; arrival: number }[] = []
  for (let nth = 0, arrival = 0; nth * intervalMs < untilMs; nth += 1) {
    arrival = Math.max(arrival, nth * intervalMs + way(nth))
    coming.push({ stamp: nth * intervalMs, arrival })
  }
  const paces: number[] = []
  let before = Number.NaN
  let jumps = 0
  for (let now = coming[0]?.arrival ?? 0; now < untilMs; now += 10) {
    for (let next = coming[0]; next && next.arrival <= now; next = coming[0]) {
      playout.heard(next.stamp, next.arrival)
      coming.shift()
    }
    const atMs = playout.advance(now)
    if (playout.jumped) jumps += 1
    else paces.push((atMs - before) / 10)
    before = atMs
  }
  return { playout, paces, jumps, behind: untilMs - 10 - playout.atMs }
}

test.each([
  ['a message every 50 ms on a steady line', 50, () => 30, 100],
  ['a message every 33 ms', 1000 / 30, () => 30, 200 / 3],
  ['never less than 60 ms', 12, () => 30, 60],
  ['uneven by ± 20 ms', 50, (nth: number) => 30 + 20 * (nth % 2 ? 1 : -1), 140],
  ['never more than 200 ms', 50, (nth: number) => 400 + 300 * (nth % 8 ? 0 : 1), 200],
  ['five times a second', 200, () => 30, 250],
])('MOT-10 %s', (_name, intervalMs, way, delayMs) => {
  const { playout } = run(intervalMs, way)
  expect(playout.delayMs).toBeGreaterThan(delayMs - 6)
  expect(playout.delayMs).toBeLessThan(delayMs + 6)
})

test('MOT-10 the moment shown is behind by the usual way and the delay', () => {
  const { behind } = run(50, () => 30)
  expect(behind).toBeCloseTo(130, 0)
})

test('MOT-11 whatever the way does, time is played at 0.95 to 1.05 of its pace after three seconds, never back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 160, maxLength: 160 }), (ways) => {
      const { paces, jumps } = run(50, (nth) => ways[nth] ?? 0)
      expect(jumps).toBe(1)
      expect(Math.min(...paces.slice(1))).toBeGreaterThan(0.749)
      expect(Math.max(...paces.slice(1))).toBeLessThan(1.251)
      const later = paces.slice(350)
      expect(Math.min(...later)).toBeGreaterThan(0.949)
      expect(Math.max(...later)).toBeLessThan(1.051)
    }),
    { seed, numRuns: 100 },
  )
})

test('MOT-11 hopelessly off, it is set anew', () => {
  const { jumps, behind } = run(50, (nth) => (nth < 80 ? 30 : 700))
  expect(jumps).toBe(2)
  expect(behind).toBeGreaterThan(600)
})

test('MOT-12 a pause and an old pose change neither interval nor way', () => {
  const { playout } = run(50, () => 30)
  const { intervalMs, delayMs } = playout
  playout.heard(9000, 9030)
  playout.heard(9050, 12_000)
  expect([playout.intervalMs, Math.round(playout.delayMs)]).toEqual([intervalMs, Math.round(delayMs)])
})
