import { expect, test } from 'vitest'
import { relayWorld } from './relay-world.fixture.ts'

const SECOND = 1000

test('RELAY-1 a thousand receivers get 25 frames a second, with all samples', () => {
  const { relay, enter, send, clock } = relayWorld()
  const readers = Array.from({ length: 1000 }, () => enter())
  send(1, 0)
  relay.busy(new Set([1]))
  clock.advance(SECOND)
  const before = readers[999]?.seen.length ?? 0
  for (let n = 0; n < 60; n += 1) {
    send(1, n)
    clock.advance(SECOND / 60)
  }
  const seen = readers[999]?.seen.slice(before) ?? []
  expect(seen.length).toBeLessThanOrEqual(26)
  expect(seen.flatMap(({ times }) => times).length).toBeGreaterThanOrEqual(57)
})

test('RELAY-15 a frame for many waits until all who act have sent, not for who is late', () => {
  const { relay, enter, send, clock } = relayWorld()
  const readers = Array.from({ length: 40 }, () => enter())
  const round = (slots: readonly number[], spreadMs: number): number[] => {
    const before = readers[0]?.seen.length ?? 0
    for (const slot of slots) {
      send(slot, clock.nowMs() / SECOND)
      clock.advance(spreadMs)
    }
    clock.advance(50 - slots.length * spreadMs)
    return readers[0]?.seen.slice(before).map((seen) => seen.slots.length) ?? []
  }
  round([1, 2, 3, 4], 0)
  relay.busy(new Set([1, 2, 3, 4]))
  round([1, 2, 3, 4], 0)
  const from = clock.nowMs()
  expect(round([1, 2, 3, 4], 3)).toEqual([4])
  expect(readers[0]?.seen.at(-1)?.atMs).toBe(from + 9)
  expect(round([1, 2, 3, 4], 7)).toEqual([3, 1])
  expect(round([1, 2, 3], 3)).toEqual([3])
})

test('RELAY-15 a frame for few waits for nobody', () => {
  const { relay, enter, send, clock } = relayWorld()
  const [reader] = [enter(), enter()]
  for (let n = 0; n < 3; n += 1) {
    for (const slot of [1, 2]) send(slot, n)
    clock.advance(50)
    relay.busy(new Set([1, 2]))
  }
  const before = clock.nowMs()
  send(1, 9)
  clock.advance(25)
  expect(reader?.seen.at(-1)?.atMs).toBe(Math.floor(before + 0.8))
})
