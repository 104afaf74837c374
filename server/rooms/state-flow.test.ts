import { expect, test } from 'vitest'
import { createManualClock } from '#server/sessions/clock.ts'
import { CROWD, StateFlow } from './state-flow.ts'

function flowInHand(receivers: number) {
  const clock = createManualClock(0)
  const sent: number[] = []
  const flow = new StateFlow({
    receivers: () => receivers,
    nowMs: clock.nowMs,
    after: (ms, callback) => void clock.after(ms, callback),
    send: () => sent.push(clock.nowMs()),
  })
  return { clock, sent, flow }
}

test('ROOM-39 few receivers get each change at once', () => {
  const { clock, sent, flow } = flowInHand(CROWD - 1)
  for (let n = 0; n < 3; n += 1) {
    flow.changed()
    clock.advance(50)
  }
  expect(sent).toEqual([0, 50, 100])
})

test('ROOM-39 a crowd gets changes five times a second, and the last one always', () => {
  const { clock, sent, flow } = flowInHand(CROWD)
  for (let n = 0; n < 21; n += 1) {
    flow.changed()
    clock.advance(50)
  }
  expect(sent).toEqual([0, 200, 400, 600, 800, 1000])
  flow.changed()
  clock.advance(1000)
  expect(sent.at(-1)).toBe(1200)
})
