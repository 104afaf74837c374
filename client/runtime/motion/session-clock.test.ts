import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSessionClock } from './session-clock.ts'

const seed = 20_261_123

/** A server whose time is own time × (1 + drift) + offset, asked over a way there and a way back, ms. */
function exchange(t0: number, there: number, back: number, drift = 0, offset = 5000) {
  const t1 = t0 + there + back
  return [t0, (t0 + there) * (1 + drift) + offset, t1] as const
}
const truth = (nowMs: number, drift = 0, offset = 5000) => nowMs * (1 + drift) + offset

test('MOT-1 three exchanges fix the clock; one alone does not', () => {
  const clock = createSessionClock()
  const fixed = [0, 100, 200].map((t0) => {
    clock.heard(...exchange(t0, 20, 20))
    return clock.fixed
  })
  expect(fixed).toEqual([false, false, true])
  expect(clock.at(1000)).toBeCloseTo(6000, 6)
})

test('MOT-2 spikes on one way hardly move it', () => {
  const clock = createSessionClock()
  const ways = [
    [20, 400],
    [20, 21],
    [600, 20],
    [21, 20],
    [20, 900],
    [20, 20],
    [20, 300],
    [20, 250],
  ] as const
  ways.forEach(([there, back], index) => clock.heard(...exchange(index * 1500, there, back)))
  expect(Math.abs(clock.at(20_000) - truth(20_000))).toBeLessThan(1)
})

test('MOT-3 drift is found and carried on between exchanges', () => {
  const drift = 80e-6
  const clock = createSessionClock()
  for (let t0 = 0; t0 < 240_000; t0 += 10_000) clock.heard(...exchange(t0, 15, 15, drift))
  const later = 300_000
  expect(Math.abs(clock.at(later) - truth(later, drift))).toBeLessThan(1)
})

test('MOT-4 after its first fix it never jumps and never goes back, whatever the network does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -300, max: 300 }).map((ppm) => ppm * 1e-6),
      fc.array(
        fc.record({
          waitMs: fc.integer({ min: 0, max: 8000 }),
          there: fc.integer({ min: 1, max: 900 }),
          back: fc.integer({ min: 1, max: 900 }),
        }),
        { minLength: 4, maxLength: 60 },
      ),
      (drift, exchanges) => {
        const clock = createSessionClock()
        let now = 0
        let before = Number.NaN
        let slowest = Infinity
        let fastest = 0
        for (const { waitMs, there, back } of exchanges) {
          for (let left = waitMs; left > 0; left -= 11) {
            const stepMs = Math.min(11, left)
            now += stepMs
            const reading = clock.fixed ? clock.at(now) : Number.NaN
            const pace = (reading - before) / stepMs
            before = reading
            if (Number.isNaN(pace)) continue
            slowest = Math.min(slowest, pace)
            fastest = Math.max(fastest, pace)
          }
          const [t0, session, t1] = exchange(now, there, back, drift)
          now = t1
          const last = clock.fixed ? clock.at(t1) : Number.NaN
          clock.heard(t0, session, t1)
          before = clock.fixed ? clock.at(t1) : Number.NaN
          if (!Number.isNaN(last)) expect(before).toBe(last)
        }
        expect(slowest).toBeGreaterThan(0.979)
        expect(fastest).toBeLessThan(1.021)
      },
    ),
    { seed, numRuns: 300 },
  )
})

test('MOT-5 another clock, as after a restart of the server, is a new beginning', () => {
  const clock = createSessionClock()
  for (const t0 of [0, 100, 200]) clock.heard(...exchange(t0, 20, 20))
  clock.heard(...exchange(10_000, 20, 20, 0, -9000))
  expect([clock.fixed, clock.exchanges]).toEqual([false, 1])
  clock.heard(...exchange(10_100, 20, 20, 0, -9000))
  clock.heard(...exchange(10_200, 20, 20, 0, -9000))
  expect(clock.at(11_000)).toBeCloseTo(2000, 6)
})

test('MOT-5 a slow answer alone is no other clock', () => {
  const clock = createSessionClock()
  for (const t0 of [0, 100, 200]) clock.heard(...exchange(t0, 20, 20))
  clock.heard(...exchange(1000, 20, 3000))
  expect(clock.fixed).toBe(true)
})
