import { Quaternion } from 'three'
import { describe, expect, test } from 'vitest'
import { moving, play, x, yaw } from './samples.fixture.ts'

const swing = (ms: number) => 0.3 * Math.sin((2 * Math.PI * ms) / 1000)

describe('between samples', () => {
  test('MOT-20 a steady swing is met, far better than by straight lines', () => {
    let worst = 0
    let worstStraight = 0
    play(moving(3, swing), ({ pose, atMs }) => {
      if (atMs < 500 || atMs > 2700) return
      const [from, to] = [Math.floor(atMs / 50) * 50, Math.ceil(atMs / 50) * 50]
      const straight = swing(from) + (swing(to) - swing(from)) * ((atMs - from) / 50)
      worst = Math.max(worst, Math.abs(x(pose.head) - swing(atMs)))
      worstStraight = Math.max(worstStraight, Math.abs(straight - swing(atMs)))
    })
    expect(worst).toBeLessThan(0.0004)
    expect(worstStraight).toBeGreaterThan(0.003)
  })

  test('MOT-21 standing with the millimetre trembling, the speed shown is that of straight lines', () => {
    let before: number | null = null
    let fastest = 0
    play(
      moving(3, (ms) => (ms % 100 === 0 ? 0 : 0.001)),
      ({ pose }) => {
        if (before !== null) fastest = Math.max(fastest, Math.abs(x(pose.head) - before) * 100)
        before = x(pose.head)
      },
    )
    expect(fastest).toBeLessThan(0.0201)
  })

  test('MOT-21 a sudden start and a sudden stop are not swung past', () => {
    let least = 0
    let most = 0
    play(
      moving(3, (ms) => Math.max(0, Math.min(1, (ms - 1000) / 1000))),
      ({ pose }) => {
        least = Math.min(least, x(pose.head))
        most = Math.max(most, x(pose.head))
      },
    )
    expect(least).toBeGreaterThan(-0.002)
    expect(most).toBeLessThan(1.002)
  })

  test('MOT-22 rotations turn the short way, steadily', () => {
    const rate = 2
    let worst = 0
    play(
      moving(
        3,
        () => 0,
        (ms) => ({ head: { position: [0, 1.7, 0], rotation: yaw((rate * ms) / 1000) } }),
      ),
      ({ pose, atMs }) => {
        if (atMs < 0 || atMs > 2800) return
        const shown = new Quaternion().fromArray(pose.head.rotation)
        worst = Math.max(worst, shown.angleTo(new Quaternion().fromArray(yaw((rate * atMs) / 1000))))
      },
    )
    expect(worst).toBeLessThan(1e-3)
  })
})

describe('late samples', () => {
  const walk = moving(2, (ms) => ms / 1000)

  test('MOT-23 it goes on ever slower for 80 ms, at most 40 ms of its speed, and holds', () => {
    const after: number[] = []
    play(
      walk,
      ({ pose, atMs }) => {
        if (atMs >= 1950) after.push(x(pose.head) - 1.95)
      },
      { untilMs: 3000 },
    )
    expect(Math.max(...after)).toBeLessThan(0.0401)
    expect(after.at(-1)).toBeGreaterThan(0.0395)
    const steps = after.slice(1).map((place, nth) => place - (after[nth] ?? 0))
    expect(steps.every((step, nth) => step <= (steps[nth - 1] ?? 1) + 1e-5 && step >= 0)).toBe(true)
  })

  test('MOT-24 when the late ones come nothing jumps, in place or speed, and the truth is met soon', () => {
    const places: number[] = []
    let last = 0
    play(
      moving(4, (ms) => ms / 1000),
      ({ pose, atMs }) => {
        places.push(x(pose.head))
        last = Math.abs(x(pose.head) - atMs / 1000)
      },
      { late: (nth) => (nth === 40 ? 400 : 0), untilMs: 3900 },
    )
    const steps = places.slice(1).map((place, nth) => (place - (places[nth] ?? 0)) / 0.01)
    const changes = steps.slice(1).map((step, nth) => Math.abs(step - (steps[nth] ?? 0)))
    expect(Math.max(...changes.slice(5))).toBeLessThan(1)
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-1e-4)
    expect(last).toBeLessThan(0.001)
  })

  test('MOT-27 the whole person is late alike: hands keep their place at the head', () => {
    let worst = 0
    play(
      moving(3, (ms) => ms / 700),
      ({ pose }) => {
        for (const side of ['left', 'right'] as const)
          worst = Math.max(
            worst,
            Math.abs(x(pose[side] ?? pose.head) - x(pose.head) - (side === 'left' ? -0.2 : 0.2)),
          )
      },
      { late: (nth) => (nth % 17 === 16 ? 350 : 0) },
    )
    expect(worst).toBeLessThan(0.001)
  })

  test('MOT-30 fresh is false only while a moving person is late', () => {
    const stale: number[] = []
    play(
      moving(3, (ms) => ms / 1000),
      (track, nowMs) => {
        if (!track.fresh) stale.push(nowMs)
      },
      { late: (nth) => (nth === 40 ? 400 : 0), untilMs: 3000 },
    )
    expect(stale[0]).toBeGreaterThan(2100)
    expect(stale.at(-1)).toBeLessThanOrEqual(2420)
    const still = play(
      moving(2, () => 1),
      () => {},
      { untilMs: 9000 },
    )
    expect(still.fresh).toBe(true)
  })
})

test('MOT-44 the same objects are written in every frame', () => {
  const seen = new Set<unknown>()
  play(moving(2, swing), ({ pose }) => {
    for (const each of [pose, pose.head, pose.head.position, pose.left, pose.right, pose.gaze]) seen.add(each)
  })
  expect(seen.size).toBe(6)
})
