import { expect, test } from 'vitest'
import { createLinkModel, perfect } from './link-model.ts'
import type { LinkProfile } from './link-model.ts'

const sends = Array.from({ length: 4000 }, (_, index) => index * 40)
const over = (profile: Partial<LinkProfile>, seed = 1, bytes = 60) => {
  const link = createLinkModel(() => ({ ...perfect, ...profile }), seed)
  return sends.map((sentMs) => link.arrivalMs(sentMs, bytes) - sentMs)
}
const share = (delays: number[], late: (ms: number) => boolean) => delays.filter(late).length / delays.length

test('a perfect link takes no time, a long one always the same', () => {
  expect(new Set(over({}))).toEqual(new Set([0]))
  expect(new Set(over({ delayMs: 70 }))).toEqual(new Set([70]))
})

test('jitter is spread evenly over its range and nothing is overtaken', () => {
  const delays = over({ delayMs: 10, jitterMs: 30 })
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(10)
  expect(Math.max(...delays)).toBeLessThan(40)
  expect(share(delays, (ms) => ms < 25)).toBeCloseTo(0.5, 1)
  const arrivals = over({ jitterMs: 300 }).map((ms, index) => ms + (sends[index] ?? 0))
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b))
})

test('a lost segment comes later, and what follows waits for it', () => {
  expect(share(over({ loss: 0.05, retransmitMs: 30 }), (ms) => ms >= 30)).toBeCloseTo(0.05, 1)
  const delays = over({ loss: 0.05, retransmitMs: 100 })
  const stalled = delays.findIndex((ms) => ms >= 100)
  expect(delays.slice(stalled, stalled + 3).map(Math.round)).toEqual([100, 60, 20])
})

test('a narrow line sends one byte after the other', () => {
  const link = createLinkModel(() => ({ ...perfect, bytesPerSecond: 1000 }), 1)
  expect([link.arrivalMs(0, 100), link.arrivalMs(0, 100), link.arrivalMs(500, 100)]).toEqual([100, 200, 600])
})

test('the same seed gives the same network, another seed another', () => {
  const bad = { jitterMs: 50, loss: 0.05 }
  expect(over(bad, 7)).toEqual(over(bad, 7))
  expect(over(bad, 7)).not.toEqual(over(bad, 8))
})
