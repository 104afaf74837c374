import { describe, expect, test } from 'vitest'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { hand, moving, play, sample, x } from './samples.fixture.ts'

describe('breaks', () => {
  const teleport = (marked: boolean) =>
    moving(
      2,
      (ms) => (ms < 1000 ? 0 : 3),
      (ms) => ({ discontinuity: marked && ms === 1000 }),
    )
  const places = (samples: readonly PoseSample[], options = {}) => {
    const shown = new Set<number>()
    let cuts = 0
    play(
      samples,
      ({ pose }) => {
        shown.add(Math.round(x(pose.head) * 1000) / 1000)
        if (pose.discontinuity) cuts += 1
      },
      options,
    )
    return { shown: [...shown], cuts }
  }

  test('MOT-25 a teleport shows nobody on the way, and says so in one frame', () => {
    expect(places(teleport(true))).toEqual({ shown: [0, 3], cuts: 1 })
  })

  test('MOT-25 a leap without a mark is one as well, and so is one that comes late', () => {
    expect(places(teleport(false))).toEqual({ shown: [0, 3], cuts: 1 })
    expect(places(teleport(true), { late: (nth: number) => (nth === 20 ? 600 : 0) })).toEqual({
      shown: [0, 3],
      cuts: 1,
    })
  })

  test('MOT-25 who was away and comes back elsewhere does not slide there', () => {
    const back = [sample(0, 0), sample(50, 0), sample(20_000, 0.5), sample(20_050, 0.5), sample(20_100, 0.5)]
    expect(places(back)).toEqual({ shown: [0, 0.5], cuts: 1 })
  })

  test('MOT-26 a hand that was not tracked comes back where it is', () => {
    const shown: (number | null)[] = []
    play(
      moving(
        3,
        () => 0,
        (ms) => ({ right: ms < 1000 ? hand(0.2) : ms < 2000 ? null : hand(-0.6) }),
      ),
      ({ pose }) => {
        const place = pose.right && Math.round(x(pose.right) * 1000) / 1000
        if (shown.at(-1) !== place) shown.push(place)
      },
    )
    expect(shown).toEqual([0.2, null, -0.6])
  })

  test('MOT-26 not even what a late sample left to fade', () => {
    const right = (ms: number) => (ms <= 1250 ? hand(ms / 500) : ms < 1400 ? null : hand(-0.6))
    const back = new Set<number>()
    let wasGone = false
    play(
      moving(
        2,
        () => 0,
        (ms) => ({ right: right(ms) }),
      ),
      ({ pose }) => {
        wasGone ||= pose.right === null
        if (wasGone && pose.right) back.add(Math.round(x(pose.right) * 1000) / 1000)
      },
      { late: (nth) => (nth === 21 ? 250 : 0) },
    )
    expect([...back]).toEqual([-0.6])
  })

  test('MOT-29 after a pause nobody glided in the meantime', () => {
    const still = Array.from({ length: 6 }, (_, nth) => sample(nth * 50, 0))
    const onwards = Array.from({ length: 20 }, (_, nth) => sample(4000 + nth * 50, 0.02 * (nth + 1)))
    let moved = Infinity
    let least = 0
    play([...still, ...onwards], ({ pose, atMs }) => {
      if (x(pose.head) > 0.0005) moved = Math.min(moved, atMs)
      least = Math.min(least, x(pose.head))
    })
    expect(moved).toBeGreaterThan(3940)
    expect(least).toBeGreaterThan(-0.002)
  })

  test('MOT-29 who stands still is shown for as long as nothing comes', () => {
    const track = play([sample(0, 1), sample(50, 1)], () => {}, { untilMs: 60_000 })
    expect(x(track.pose.head)).toBe(1)
  })

  test('MOT-43 stamps of a clock that began anew are heard, and nobody glides there', () => {
    const old = moving(1, () => 0).map((each) => ({ ...each, timeMs: each.timeMs + 90_000 }))
    const track = play(old, () => {})
    const shown = new Set<number>()
    for (let nowMs = 20; nowMs < 1500; nowMs += 10) {
      if (nowMs % 50 === 20) track.hear(sample(nowMs - 20, 2), nowMs)
      if (track.step(nowMs)) shown.add(x(track.pose.head))
    }
    expect([...shown]).toEqual([2])
  })
})
