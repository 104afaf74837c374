import fc from 'fast-check'
import { Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createGazeFocus, gazeMark } from './gaze-focus.ts'
import type { GazeMoment } from './gaze-focus.ts'

const FRAME_S = 1 / 90
const at = (x: number, y = 1, z = -2) => ({ point: new Vector3(x, y, z), normal: new Vector3(0, 0, 1) })
const moment = (more: Partial<GazeMoment> = {}): GazeMoment => ({
  turning: 0,
  met: at(0),
  offView: 1,
  ...more,
})

function run(focus: ReturnType<typeof createGazeFocus>, seconds: number, now: GazeMoment): number[] {
  const seen: number[] = []
  for (let s = 0; s < seconds; s += FRAME_S) {
    focus.step(FRAME_S, now)
    seen.push(focus.opacity)
  }
  return seen
}

test('GUIDE-2 the mark appears when a look has rested, and is gone when the head turns fast', () => {
  const focus = createGazeFocus()
  expect(Math.max(...run(focus, gazeMark.restS - 0.02, moment()))).toBe(0)
  run(focus, gazeMark.appearS + 0.05, moment())
  expect(focus.opacity).toBeCloseTo(gazeMark.opacity, 9)
  expect(focus.point.toArray()).toEqual([0, 1, -2])
  run(focus, gazeMark.vanishS + 0.02, moment({ turning: 2 }))
  expect(focus.opacity).toBe(0)
})

test('GUIDE-2 a slow look is followed along the surface, a far one is not', () => {
  const focus = createGazeFocus()
  run(focus, 1, moment())
  run(focus, 1, moment({ met: at(0.1) }))
  expect(focus.point.x).toBeCloseTo(0.1, 3)
  expect(focus.opacity).toBeCloseTo(gazeMark.opacity, 9)
  const before = focus.point.x
  const seen = run(focus, 1, moment({ met: at(1.5) }))
  expect(Math.min(...seen)).toBe(0)
  expect(before).toBeLessThan(0.11)
  expect(focus.point.x).toBeCloseTo(1.5, 6)
  expect(focus.opacity).toBeCloseTo(gazeMark.opacity, 9)
})

test('GUIDE-2 nothing is between the places of a look that went far', () => {
  const focus = createGazeFocus()
  run(focus, 1, moment())
  for (let s = 0; s < 1; s += FRAME_S) {
    focus.step(FRAME_S, moment({ met: at(3) }))
    if (focus.opacity > 0) expect([0, 3]).toContain(Math.round(focus.point.x * 1000) / 1000)
  }
})

test('GUIDE-3 where the follower looks it is not drawn, and it is never more than 60 % opaque', () => {
  const focus = createGazeFocus()
  const covered = run(focus, 1, moment({ offView: 0.02 }))
  expect(Math.max(...covered)).toBe(0)
  run(focus, 1, moment({ offView: gazeMark.clear - 0.01 }))
  expect(focus.opacity).toBe(0)
  run(focus, 1, moment({ offView: gazeMark.clear + 0.01 }))
  expect(focus.opacity).toBeCloseTo(0.6, 9)
})

test('GUIDE-4 it comes and goes at most three times a second, whatever people do', () => {
  const stretch = fc.record({
    frames: fc.integer({ min: 1, max: 40 }),
    turning: fc.constantFrom(0, 0.7, 3),
    met: fc.constantFrom(at(0), at(0.1), at(1), null),
    offView: fc.constantFrom(0, 0.08, 1),
  })
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 5, maxLength: 40 }), (stretches) => {
      const focus = createGazeFocus()
      const seen = stretches.flatMap(({ frames, ...now }) => run(focus, frames * FRAME_S, now))
      expect(mostComings(seen)).toBeLessThanOrEqual(3)
    }),
    { seed: 43, numRuns: 300 },
  )
})

/** Rises by a tenth and more after as large a fall, in the fullest second. */
function mostComings(seen: readonly number[]): number {
  const comings: number[] = []
  let low = seen[0] ?? 0
  let high = low
  let falling = true
  seen.forEach((now, frame) => {
    if (falling) {
      low = Math.min(low, now)
      if (now < low + 0.1) return
      comings.push(frame)
      falling = false
      high = now
    } else {
      high = Math.max(high, now)
      if (now > high - 0.1) return
      falling = true
      low = now
    }
  })
  return Math.max(
    0,
    ...comings.map((from) => comings.filter((each) => each >= from && each < from + 90).length),
  )
}
