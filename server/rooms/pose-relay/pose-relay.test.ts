import { describe, expect, test } from 'vitest'
import { MAX_SAMPLES } from '#shared/poses/pose-sample.ts'
import type { HandPose } from '#shared/protocol/tracked-pose.ts'
import { busySlots } from './busy-slots.ts'
import { FLUSH_MS } from './pose-relay.ts'
import { poseAt, relayWorld } from './relay-world.fixture.ts'

const SECOND = 1000
const FRAME = Math.ceil(FLUSH_MS)

describe('who sees what', () => {
  test('RELAY-1 one frame for all: the same bytes go to every socket, at most 60 a second', () => {
    const { enter, send, clock } = relayWorld()
    const [one, other, third] = [enter(1), enter(2), enter()]
    clock.advance(SECOND)
    send(1, 0)
    send(2, 0)
    clock.advance(FRAME)
    expect(one.seen.at(-1)?.slots).toEqual([1, 2])
    expect(other.seen.at(-1)?.frame).toBe(one.seen.at(-1)?.frame)
    expect(third.seen.at(-1)?.frame).toBe(one.seen.at(-1)?.frame)
    const before = one.seen.length
    for (let ms = 0; ms < SECOND; ms += 10) {
      send(1, ms / SECOND, { right: squeezing(ms / SECOND) })
      clock.advance(10)
    }
    expect(one.seen.length - before).toBeLessThanOrEqual(61)
    expect(one.seen.length - before).toBeGreaterThan(45)
  })

  test('RELAY-10 one gets ones own sample back', () => {
    const { enter, send, clock } = relayWorld()
    const [one] = [enter(1), enter()]
    clock.advance(SECOND)
    send(1, 0)
    clock.advance(FRAME)
    expect(one.seen.at(-1)?.slots).toEqual([1])
  })

  test('RELAY-2 who stands still is not sent, and nothing runs', () => {
    const { enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    clock.advance(SECOND)
    for (let n = 0; n < 3; n += 1) {
      send(1, 0)
      clock.advance(SECOND)
    }
    const before = reader.seen.length
    for (let n = 0; n < 50; n += 1) {
      send(1, 0.0015 * (n % 2))
      clock.advance(50)
    }
    expect(reader.seen.length).toBe(before)
    send(1, 0.003)
    clock.advance(FRAME)
    expect(reader.seen.length).toBe(before + 1)
  })

  test.each([
    ['acts', new Set([1])],
    ['only looks on', new Set<number>()],
  ])('RELAY-2 who %s and stops at once is told once more, as they stand', (_who, busy) => {
    const { relay, enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    relay.received(1, [poseAt(0)])
    relay.busy(busy)
    for (let n = 0; n < 10; n += 1) {
      send(1, n / 10)
      clock.advance(40)
    }
    for (let n = 0; n < 50; n += 1) {
      send(1, 0.9)
      clock.advance(40)
    }
    const stopMs = 1000 + 9 * 40
    const after = reader.seen.flatMap(({ times }) => times).filter((timeMs) => timeMs > stopMs)
    expect(after).toHaveLength(1)
    expect(after[0]).toBeGreaterThanOrEqual(stopMs + 100)
    expect(after[0]).toBeLessThanOrEqual(stopMs + 400)
  })

  test('RELAY-4 a movement after rest begins with the sample before it', () => {
    const { enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    send(1, 0)
    clock.advance(SECOND)
    for (let n = 0; n < 40; n += 1) {
      send(1, 0)
      clock.advance(50)
    }
    const restMs = clock.nowMs() - 50
    send(1, 0.05)
    clock.advance(FRAME)
    expect(reader.seen.at(-1)?.times).toEqual([restMs, restMs + 50])
  })

  test('RELAY-9 a freed slot is gone at once and starts anew', () => {
    const { relay, enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    send(1, 0)
    clock.advance(SECOND)
    relay.freed(1)
    clock.advance(FRAME)
    expect(reader.seen.at(-1)?.gone).toEqual([1])
    send(1, 5)
    clock.advance(SECOND)
    expect(reader.seen.at(-1)).toMatchObject({ slots: [1], gone: [] })
  })

  test('RELAY-8 who is alone gets nothing, until somebody else comes', () => {
    const { enter, exit, send, clock } = relayWorld()
    const alone = enter(1)
    walk(send, clock, 1, SECOND)
    expect(alone.seen).toEqual([])
    const other = enter()
    clock.advance(FRAME)
    expect([alone.seen.length, other.seen.length]).toEqual([1, 1])
    expect(other.seen[0]).toMatchObject({ isKey: true, slots: [1] })
    exit(other)
    walk(send, clock, 1, SECOND)
    expect(alone.seen.length).toBe(1)
  })
})

describe('two bands', () => {
  test('RELAY-3 who acts is sent in full, who does not five times a second', () => {
    const { relay, enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    enter(2)
    relay.received(1, [poseAt(9)])
    relay.busy(new Set([1]))
    const from = reader.seen.length
    for (let ms = 0; ms < 2 * SECOND; ms += 50) {
      send(1, ms / SECOND)
      send(2, ms / SECOND)
      clock.advance(50)
    }
    const slots = reader.seen.slice(from).flatMap((seen) => seen.slots)
    expect(slots.filter((slot) => slot === 1).length).toBeGreaterThanOrEqual(40)
    expect(slots.filter((slot) => slot === 2).length).toBeGreaterThanOrEqual(10)
    expect(slots.filter((slot) => slot === 2).length).toBeLessThanOrEqual(12)
  })

  test.each([
    ['an intent', 3000, (world: ReturnType<typeof relayWorld>) => world.relay.acted(1)],
    [
      'a squeeze',
      1000,
      (world: ReturnType<typeof relayWorld>) =>
        world.send(1, 0, { right: squeezing(0), discontinuity: true }),
    ],
  ])('RELAY-3 %s makes one acting for a while', (_name, lastsMs, act) => {
    const world = relayWorld()
    const { enter, send, clock } = world
    const reader = enter()
    enter(1)
    send(1, 0)
    clock.advance(SECOND)
    act(world)
    const before = reader.seen.length
    walk(send, clock, 1, lastsMs - 100)
    expect(reader.seen.length - before).toBeGreaterThanOrEqual((lastsMs - 200) / 50)
    walk(send, clock, 1, SECOND)
    const later = reader.seen.length
    walk(send, clock, 1, 2 * SECOND)
    expect(reader.seen.length - later).toBeLessThanOrEqual(11)
  })

  test('RELAY-3 all samples of a packed message go out with their own stamps', () => {
    const { relay, enter, clock } = relayWorld()
    const reader = enter()
    enter(1)
    relay.received(1, [poseAt(0)])
    relay.busy(new Set([1]))
    clock.advance(SECOND)
    const now = clock.nowMs()
    relay.received(
      1,
      [33, 22, 11, 0].map((ago, n) => poseAt(0.1 * (n + 1), { timeMs: now - ago })),
    )
    clock.advance(FRAME)
    expect(reader.seen.at(-1)?.times.slice(-MAX_SAMPLES)).toEqual([now - 33, now - 22, now - 11, now])
  })

  test('RELAY-5 a jump that was left out is told by the next sample', () => {
    const { enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    send(1, 0)
    clock.advance(SECOND)
    send(1, 1)
    clock.advance(FRAME)
    const before = reader.seen.length
    send(1, 5, { discontinuity: true })
    clock.advance(20)
    send(1, 5.1)
    clock.advance(SECOND)
    const after = reader.seen.slice(before)
    expect(after.map(({ times }) => times.length)).toEqual([1])
    expect(after[0]?.jumps).toBe(1)
    send(1, 5.2)
    clock.advance(SECOND)
    expect(reader.seen.at(-1)?.jumps).toBe(0)
  })

  test('RELAY-5 also when it came too close upon the sample before it', () => {
    const { relay, enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    send(1, 0)
    clock.advance(SECOND)
    const now = clock.nowMs()
    relay.received(1, [
      poseAt(1, { timeMs: now - 20 }),
      poseAt(5, { timeMs: now - 19, discontinuity: true }),
      poseAt(5.1, { timeMs: now }),
    ])
    clock.advance(SECOND)
    expect(reader.seen.at(-1)?.jumps).toBe(1)
  })

  test('RELAY-3 ROOM-58 who holds something, leads or is followed is busy', () => {
    const place = { kind: 'held', by: 'ann', hand: 'left' } as const
    const thing = { place, state: '', locked: false, hidden: false }
    expect(
      busySlots(
        { thing },
        [
          ['ann', { slot: 3, kind: 'participant' }],
          ['bob', { slot: 4, kind: 'participant' }],
          ['cid', { slot: 5, kind: 'instructor' }],
          ['dan', { slot: 0, kind: 'instructor' }],
          ['eva', { slot: 6, kind: 'participant' }],
        ],
        new Set(['eva', 'nobody']),
      ),
    ).toEqual(new Set([3, 5, 6]))
  })
})

describe('stamps', () => {
  test.each([
    ['no clock yet', 0, 1000],
    ['long ago', 200, 500],
    ['far ahead', 9000, 1050],
    ['a little ago', 900, 900],
  ])('RELAY-6 %s', (_name, timeMs, shown) => {
    const { enter, send, clock } = relayWorld()
    const reader = enter()
    enter(1)
    send(1, 0, { timeMs })
    clock.advance(FRAME)
    expect(reader.seen.at(-1)?.times).toEqual([shown])
  })

  test('RELAY-6 stamps that do not grow are left out', () => {
    const { relay, enter, clock } = relayWorld()
    const reader = enter()
    enter(1)
    relay.received(1, [poseAt(9, { timeMs: 600 })])
    relay.busy(new Set([1]))
    clock.advance(FRAME)
    relay.received(
      1,
      [990, 980, 991, 997, 998, 1040].map((timeMs, n) => poseAt(n, { timeMs })),
    )
    clock.advance(FRAME)
    expect(reader.seen.at(-1)?.times).toEqual([990, 998, 1040])
  })
})

function walk(
  send: ReturnType<typeof relayWorld>['send'],
  clock: ReturnType<typeof relayWorld>['clock'],
  slot: number,
  forMs: number,
): void {
  for (let ms = 0; ms < forMs; ms += 50) {
    send(slot, clock.nowMs() / SECOND)
    clock.advance(50)
  }
}

function squeezing(metres: number): HandPose {
  return { position: [metres, 1.2, -0.3], rotation: [0, 0, 0, 1], trigger: 1 }
}
