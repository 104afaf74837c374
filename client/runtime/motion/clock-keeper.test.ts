import { expect, test } from 'vitest'
import { writable } from '#client/runtime/readable.ts'
import type { LinkStatus } from '#client/net/session-link.ts'
import type { ClockAnswer } from '#shared/protocol/members.ts'
import { keepClock } from './clock-keeper.ts'
import { createSessionClock } from './session-clock.ts'

function roomInHand() {
  let now = 0
  const asked: number[] = []
  const status = writable<LinkStatus>('online')
  const clock = createSessionClock()
  const room = {
    status,
    answer: async (t0: number): Promise<ClockAnswer | null> => ({ t0, session: t0 + 500 }),
    requestClock(t0: number) {
      asked.push(t0)
      return room.answer(t0)
    },
  }
  const keeper = keepClock(room, clock, () => now)
  return {
    room,
    asked,
    clock,
    status,
    keeper,
    async run(untilMs: number) {
      for (; now < untilMs; now += 100) {
        keeper.step(now)
        await Promise.resolve().then(() => {})
      }
    },
  }
}

test('MOT-6 it asks at once until the clock is fixed, then for a while, then every ten seconds', async () => {
  const { run, asked, clock } = roomInHand()
  await run(300)
  expect([asked.length, clock.fixed]).toEqual([3, true])
  await run(30_000)
  expect(asked.slice(3, 6)).toEqual([600, 1000, 1400])
  expect(asked.slice(-2).map((ms) => ms - (asked[23] ?? 0))).toEqual([10_000, 20_000])
})

test('MOT-6 no answer, or one to another question, counts for nothing and is asked again a second later', async () => {
  const { run, asked, clock, room } = roomInHand()
  room.answer = async (t0) => (t0 < 1000 ? null : { t0: 7, session: 0 })
  await run(2500)
  expect(asked).toEqual([0, 1000, 2000])
  expect(clock.exchanges).toBe(0)
})

test('MOT-6 a new connection is asked at once', async () => {
  const { run, asked, status } = roomInHand()
  await run(15_000)
  const before = asked.length
  status.set('reconnecting')
  status.set('online')
  await run(15_100)
  expect(asked.slice(before)).toEqual([15_000])
})

test('MOT-6 one question at a time', async () => {
  const { run, asked, room } = roomInHand()
  room.answer = () => new Promise(() => {})
  await run(5000)
  expect(asked).toEqual([0])
})
