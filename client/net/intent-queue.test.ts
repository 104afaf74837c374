import { describe, expect, test } from 'vitest'
import type { IntentAnswer, IntentMessage } from '#shared/protocol/messages.ts'
import { createIntentQueue } from './intent-queue.ts'

const act = (action: string) => ({ action, clientTime: 0 })
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A connection whose answers are given by hand. */
function wire() {
  const sent: {
    message: IntentMessage
    answer: (answer: IntentAnswer | 'unanswered') => void
    drop: () => void
  }[] = []
  const send = (message: IntentMessage) =>
    new Promise<IntentAnswer | 'unanswered'>((answer, reject) => {
      sent.push({ message, answer, drop: () => reject(new Error('gone')) })
    })
  const numbers = () => sent.map(({ message: { epoch, seq, action } }) => `${epoch}/${seq} ${action}`)
  return { sent, send, numbers }
}

describe('intent queue', () => {
  test('NET-1 numbers acts in order within the epoch of the connection', async () => {
    const queue = createIntentQueue()
    const { send, numbers, sent } = wire()
    queue.attach(7, send)
    const first = queue.submit(act('press'))
    void queue.submit(act('grab'))
    expect(numbers()).toEqual(['7/0 press', '7/1 grab'])
    sent[0]?.answer({ ok: true, tick: 3 })
    expect(await first).toEqual({ ok: true, tick: 3 })
    expect(queue.waiting.get()).toBe(1)
  })

  test('NET-2 sends what was not answered again under its first number', async () => {
    const queue = createIntentQueue()
    const before = wire()
    queue.attach(7, before.send)
    const answered = queue.submit(act('press'))
    queue.detach()
    before.sent[0]?.drop()
    const after = wire()
    queue.attach(8, after.send)
    expect(after.numbers()).toEqual(['7/0 press'])
    after.sent[0]?.answer({ ok: true, tick: 9 })
    expect(await answered).toEqual({ ok: true, tick: 9 })
  })

  test('NET-2 an act done without any connection goes out with the next one', () => {
    const queue = createIntentQueue()
    void queue.submit(act('press'))
    const { send, numbers } = wire()
    queue.attach(5, send)
    expect(numbers()).toEqual(['5/0 press'])
  })

  test('NET-3 numbers anew what never arrived', async () => {
    const queue = createIntentQueue()
    queue.attach(7, wire().send)
    const answered = queue.submit(act('press'))
    queue.detach()
    const after = wire()
    queue.attach(8, after.send)
    after.sent[0]?.answer({ ok: false, reason: 'stale-epoch' })
    await settled()
    expect(after.numbers()).toEqual(['7/0 press', '8/0 press'])
    after.sent[1]?.answer({ ok: true, tick: 1 })
    expect(await answered).toEqual({ ok: true, tick: 1 })
  })

  test('NET-3 takes stale-epoch in the present epoch for an answer', async () => {
    const queue = createIntentQueue()
    const { send, sent } = wire()
    queue.attach(7, send)
    const answered = queue.submit(act('press'))
    sent[0]?.answer({ ok: false, reason: 'stale-epoch' })
    expect(await answered).toEqual({ ok: false, reason: 'stale-epoch' })
  })

  test('NET-4 later acts wait for what is being resent', async () => {
    const queue = createIntentQueue()
    queue.attach(7, wire().send)
    void queue.submit(act('grab'))
    void queue.submit(act('pull'))
    queue.detach()
    const after = wire()
    queue.attach(8, after.send)
    void queue.submit(act('squeeze-begin'))
    expect(after.numbers()).toEqual(['7/0 grab'])
    after.sent[0]?.answer({ ok: true, tick: 1 })
    await settled()
    expect(after.numbers()).toEqual(['7/0 grab', '7/1 pull'])
    after.sent[1]?.answer({ ok: false, reason: 'stale-epoch' })
    await settled()
    expect(after.numbers().slice(2)).toEqual(['8/0 pull', '8/1 squeeze-begin'])
  })

  test('NET-5 asks again on a connection that stands', async () => {
    const queue = createIntentQueue()
    const { send, sent, numbers } = wire()
    queue.attach(7, send)
    void queue.submit(act('press'))
    sent[0]?.answer('unanswered')
    await settled()
    expect(numbers()).toEqual(['7/0 press', '7/0 press'])
  })

  test('NET-2 an answer of a connection that is gone counts for nothing', async () => {
    const queue = createIntentQueue()
    const before = wire()
    queue.attach(7, before.send)
    void queue.submit(act('press'))
    queue.detach()
    before.sent[0]?.answer({ ok: true, tick: 1 })
    await settled()
    expect(queue.waiting.get()).toBe(1)
  })

  test('NET-6 refuses what waits when no answer can come', async () => {
    const queue = createIntentQueue()
    const waiting = queue.submit(act('press'))
    queue.abandon()
    expect(await waiting).toEqual({ ok: false, reason: 'not-now' })
    expect(await queue.submit(act('press'))).toEqual({ ok: false, reason: 'not-now' })
    expect(queue.waiting.get()).toBe(0)
  })
})
