import { expect, test } from 'vitest'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import { seededRandom } from './random.fixture.ts'
import { thinOut } from './thin-out.ts'
import { createThinner } from './thinner.ts'

/** A hand's line: bends, straights, stops and trembling. mm. */
function handLine(seed: number, count: number): number[] {
  const random = seededRandom(seed)
  const points: number[] = []
  const at = [0, 0, 0]
  const way = [1, 0, 0]
  for (let i = 0; i < count; i++) {
    const bend = random() < 0.1 ? 1.5 : 0.15
    for (let axis = 0; axis < 3; axis++) {
      way[axis] = (way[axis] ?? 0) + (random() - 0.5) * bend
      at[axis] = (at[axis] ?? 0) + (way[axis] ?? 0) * random() * 12
      points.push(Math.round(at[axis] ?? 0))
    }
  }
  return points
}
const at = (points: readonly number[], i: number) => points.slice(i * 3, i * 3 + 3)

function distanceTo(point: readonly number[], line: readonly number[]): number {
  let least = Infinity
  const count = line.length / 3
  for (let i = 0; i < Math.max(1, count - 1); i++) {
    const a = at(line, i)
    const b = at(line, Math.min(i + 1, count - 1))
    const step = b.map((value, k) => value - (a[k] ?? 0))
    const length = step.reduce((sum, value) => sum + value * value, 0)
    const along = step.reduce((sum, value, k) => sum + value * ((point[k] ?? 0) - (a[k] ?? 0)), 0)
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, along / length))
    const off = Math.hypot(...point.map((value, k) => value - (a[k] ?? 0) - share * (step[k] ?? 0)))
    least = Math.min(least, off)
  }
  return least
}
const farthest = (points: readonly number[], line: readonly number[]) =>
  Math.max(...Array.from({ length: points.length / 3 }, (_, i) => distanceTo(at(points, i), line)))

test('DRAW-1 thinned out, a line has every point within the tolerance and its ends exactly', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const points = handLine(seed, 1 + (seed % 7) * 40)
    const tolerance = 1 + (seed % 5)
    const kept = thinOut(points, tolerance)
    const line = kept.flatMap((i) => at(points, i))
    expect(kept[0]).toBe(0)
    expect(kept.at(-1)).toBe(points.length / 3 - 1)
    expect(farthest(points, line)).toBeLessThanOrEqual(tolerance + 1e-9)
  }
})

test('DRAW-1 nothing is kept that is not needed: a straight has two points', () => {
  const straight = Array.from({ length: 50 }, (_, i) => [i * 10, 0, -i * 5]).flat()
  expect(thinOut(straight, 1)).toEqual([0, 49])
  expect(thinOut([1, 2, 3], 1)).toEqual([0])
  expect(thinOut([], 1)).toEqual([])
})

test('DRAW-1 in pieces, as it is drawn: within the tolerance too, and what was decided stays', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(1000 + seed)
    const points = handLine(seed, 20 + (seed % 9) * 60)
    const tolerance = 1 + (seed % 5)
    const thinner = createThinner(tolerance)
    let before: number[] = []
    for (let i = 0; i < points.length / 3; i++) {
      const [x = 0, y = 0, z = 0] = at(points, i)
      thinner.add(x, y, z)
      if (random() > 0.08) continue
      thinner.decide(false)
      expect(thinner.decided.slice(0, before.length)).toEqual(before)
      before = [...thinner.decided]
    }
    thinner.decide(true)
    expect(thinner.tail).toEqual([])
    expect(thinner.decided.slice(0, 3)).toEqual(at(points, 0))
    expect(thinner.decided.slice(-3)).toEqual(points.slice(-3))
    expect(farthest(points, thinner.decided)).toBeLessThanOrEqual(tolerance + 1e-9)
  }
})

test('DRAW-4 what is decided at once never outgrows the room that is kept for it', () => {
  const thinner = createThinner(0)
  let most = 0
  for (let i = 0; i < 1000; i++) {
    const before = thinner.decided.length
    thinner.add(i, (i * i) % 97, (i * 7) % 31)
    most = Math.max(most, (thinner.decided.length - before) / 3, thinner.tail.length / 3)
  }
  expect(most).toBeLessThan(LIVE_LIMITS.pointsOfOne / 4)
})
