import { expect, test } from 'vitest'
import { createRewind } from './rewind.ts'

/** A session 60 s old of which the last 30 s are kept, in frames of 20 ms. */
function inHand() {
  const rewind = createRewind()
  let now = 60_000
  let shown: number | null = null
  const step = () => {
    shown = rewind.step(now, now - 30_000)
  }
  step()
  return {
    rewind,
    run(ms: number) {
      for (const untilMs = now + ms; now < untilMs;) {
        now += 20
        step()
      }
      return shown === null ? 0 : now - shown
    },
    shown: () => shown,
  }
}

test('EYES-62 live nothing is asked back', () => {
  const { rewind, run, shown } = inHand()
  run(1000)
  expect(shown()).toBe(null)
  expect([rewind.behindMs.get(), rewind.speed.get(), rewind.keptMs.get()]).toEqual([0, 1, 30_000])
  rewind.play(2)
  run(100)
  expect(shown()).toBe(null)
})

test('EYES-62 from a moment on it plays while the session goes on', () => {
  const { rewind, run } = inHand()
  rewind.to(12_000)
  expect(rewind.behindMs.get()).toBe(12_000)
  expect(run(20)).toBe(12_000)
  expect(run(4000)).toBeCloseTo(12_000)
  rewind.play(0.5)
  expect(run(4000)).toBeCloseTo(14_000)
  rewind.play(0.25)
  expect(run(4000)).toBeCloseTo(17_000)
  rewind.play(0)
  expect(run(2000)).toBeCloseTo(19_000)
  expect(rewind.behindMs.get()).toBe(19_000)
})

test('EYES-62 double speed catches up and ends live; live is at once', () => {
  const { rewind, run, shown } = inHand()
  rewind.to(3000)
  run(20)
  rewind.play(2)
  expect(run(2000)).toBeCloseTo(1000, -2)
  expect(run(1100)).toBe(0)
  expect(shown()).toBe(null)
  expect([rewind.behindMs.get(), rewind.speed.get()]).toEqual([0, 1])
  rewind.to(20_000)
  rewind.play(0)
  run(100)
  rewind.live()
  expect([rewind.behindMs.get(), rewind.speed.get()]).toEqual([0, 1])
  expect(run(20)).toBe(0)
})

test('EYES-62 standing still is pushed ahead by the half minute', () => {
  const { rewind, run } = inHand()
  rewind.play(0)
  expect(run(10_000)).toBeCloseTo(10_000, -2)
  expect(run(40_000)).toBe(30_000)
  rewind.to(90_000)
  expect(run(20)).toBe(30_000)
})

test('EYES-62 what is shown is told in tenths of a second', () => {
  const { rewind, run } = inHand()
  const told: number[] = []
  rewind.behindMs.subscribe((behind) => told.push(behind))
  rewind.play(0)
  run(1000)
  expect(told).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
})
