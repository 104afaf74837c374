import { Clock } from '@colyseus/core'
import { expect, test } from 'vitest'
import { tickOnceAtATime } from './tick-once.ts'

test('ROOM-40 a timer that sends state, and so ticks its own clock, runs once', () => {
  const clock = new Clock()
  tickOnceAtATime(clock)
  let runs = 0
  const sendState = (): void => {
    runs += 1
    clock.tick()
  }
  clock.setInterval(() => {}, 0)
  clock.setTimeout(sendState, 0)
  clock.setTimeout(() => {}, 0)
  clock.tick()
  clock.tick()
  expect(runs).toBe(1)
})
