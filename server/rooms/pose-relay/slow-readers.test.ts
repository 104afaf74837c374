import { expect, test } from 'vitest'
import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import { poseMessage } from './pose-message.ts'
import type { FakeReader, RelayWorld } from './relay-world.fixture.ts'
import { poseAt, relayWorld } from './relay-world.fixture.ts'

const SECOND = 1000

/** One person acting at 20 Hz before a healthy reader and another one. */
function audience(): RelayWorld & { healthy: FakeReader; other: FakeReader; act(forMs: number): void } {
  const world = relayWorld()
  const { relay, send, clock, enter } = world
  enter(1)
  const [healthy, other] = [enter(), enter()]
  send(1, 0)
  relay.busy(new Set([1]))
  const act = (forMs: number): void => {
    for (let ms = 0; ms < forMs; ms += 50) {
      send(1, clock.nowMs() / SECOND)
      clock.advance(50)
    }
  }
  act(SECOND)
  return { ...world, healthy, other, act }
}

const keys = ({ seen }: FakeReader): number => seen.filter(({ isKey }) => isKey).length

test('RELAY-7 who comes late gets one key frame and follows from there', () => {
  const { enter, act, healthy } = audience()
  const [late, later] = [enter(), enter()]
  act(SECOND)
  expect([keys(late), keys(later), keys(healthy)]).toEqual([1, 1, 1])
  expect(late.seen[0]).toMatchObject({ isKey: true, slots: [1] })
  expect(later.seen[0]?.frame).toBe(late.seen[0]?.frame)
  expect(late.seen.length).toBeGreaterThan(15)
})

test('RELAY-7 nothing is sent before one has joined', () => {
  const { enter, act, clock } = audience()
  const late = enter()
  late.ready = false
  act(SECOND)
  expect(late.seen).toEqual([])
  late.ready = true
  clock.advance(100)
  expect(late.seen.length).toBe(1)
  expect(keys(late)).toBe(1)
})

test('RELAY-11 a full queue is skipped, a key frame follows when there is room; others get all', () => {
  const { other, healthy, act, clock } = audience()
  other.queuedBytes = 20_000
  const [before, others] = [other.seen.length, healthy.seen.length]
  act(SECOND)
  expect(other.seen.length).toBe(before)
  expect(healthy.seen.length - others).toBe(20)
  other.queuedBytes = 0
  clock.advance(200)
  expect(other.seen.length).toBe(before + 1)
  expect(other.seen.at(-1)?.isKey).toBe(true)
})

test('RELAY-11 a full queue with nothing new costs no key frame', () => {
  const { other, act, clock, enter } = audience()
  other.queuedBytes = 20_000
  enter()
  clock.advance(SECOND)
  other.queuedBytes = 0
  act(SECOND)
  expect(keys(other)).toBe(1)
})

test('RELAY-11 a line that does not answer is skipped, though its queue looks empty', () => {
  const { other, healthy, act } = audience()
  other.answers = false
  act(6 * SECOND)
  const before = other.seen.length
  act(2 * SECOND)
  expect(other.seen.length).toBe(before)
  expect(keys(healthy)).toBe(1)
  other.onAnswer()
  act(SECOND)
  expect(other.seen.length).toBeGreaterThan(before)
})

test('RELAY-11 a line is asked once in two seconds', () => {
  const { healthy, act } = audience()
  const before = healthy.questions
  act(20 * SECOND)
  expect(healthy.questions - before).toBe(10)
})

test('RELAY-12 a slow reader gets key frames at 5 Hz for a while, then every frame', () => {
  const { other, act } = audience()
  other.queuedBytes = 20_000
  act(SECOND)
  other.queuedBytes = 0
  const before = other.seen.length
  act(2 * SECOND)
  const slow = other.seen.slice(before)
  expect(slow.every(({ isKey }) => isKey)).toBe(true)
  expect(slow.length).toBeGreaterThanOrEqual(9)
  expect(slow.length).toBeLessThanOrEqual(11)
  act(2 * SECOND)
  const healed = other.seen.length
  act(SECOND)
  expect(other.seen.slice(healed).map(({ isKey }) => isKey)).toEqual(Array.from({ length: 20 }, () => false))
})

test('RELAY-12 over a slow line no key frame waits behind another', () => {
  const { other, act } = audience()
  other.queuedBytes = 20_000
  act(SECOND)
  other.queuedBytes = 0
  other.answers = false
  const before = other.seen.length
  act(SECOND)
  expect(other.seen.length - before).toBe(1)
  other.onAnswer()
  act(SECOND)
  expect(other.seen.length - before).toBe(2)
})

test('RELAY-12 who falls behind again soon is slow for longer, and after a while it is forgotten', () => {
  const { other, act } = audience()
  /** Whole seconds until the first frame that is no key. */
  const slowFor = (): number => {
    other.queuedBytes = 20_000
    act(100)
    other.queuedBytes = 0
    const before = other.seen.length
    let seconds = 0
    while (other.seen.slice(before).every(({ isKey }) => isKey)) {
      act(SECOND)
      seconds += 1
    }
    return seconds
  }
  expect([slowFor(), slowFor(), slowFor()]).toEqual([4, 7, 13])
  act(31 * SECOND)
  expect(slowFor()).toBe(4)
})

test('RELAY-13 who has no room for twenty seconds is cut off, others get all', () => {
  const { other, healthy, act, problems } = audience()
  other.queuedBytes = 20_000
  act(20 * SECOND)
  expect(other.isCut).toBe(false)
  const others = healthy.seen.length
  act(SECOND)
  expect(other.isCut).toBe(true)
  expect(healthy.seen.length - others).toBe(20)
  expect(problems).toMatchObject([{ event: 'slow-reader', queuedBytes: 20_000 }])
})

test('RELAY-14 a socket that throws harms nobody else', () => {
  const { other, healthy, act, problems } = audience()
  Object.defineProperty(other, 'queuedBytes', {
    get() {
      throw new Error('on purpose')
    },
  })
  const before = healthy.seen.length
  act(SECOND)
  expect(problems[0]).toMatchObject({ event: 'pose-relay' })
  expect(healthy.seen.length - before).toBe(20)
  expect(keys(healthy)).toBe(1)
})

test('RELAY-14 after a fault in encoding everybody starts anew from a key frame', () => {
  const { relay, healthy, act, clock, problems } = audience()
  relay.received(99_999, [poseAt(0)])
  clock.advance(50)
  expect(problems).toMatchObject([{ event: 'pose-relay' }])
  const before = healthy.seen.length
  act(SECOND)
  expect(keys(healthy)).toBe(2)
  expect(healthy.seen.length - before).toBeGreaterThanOrEqual(19)
})

test('RELAY-1 a frame is one whole message of its Colyseus type on the socket', () => {
  const encoder = createPoseEncoder()
  const key = encoder.key(5)
  const message = poseMessage(key)
  expect([...message.subarray(0, 4)]).toEqual([0x82, key.length + 2, 17, 2])
  expect([...message.subarray(4)]).toEqual([...key])
})
