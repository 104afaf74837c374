import { expect, test } from 'vitest'
import { intentMessage } from './intent-message.ts'

const intent = { epoch: 1, seq: 1, action: 'press', target: 'pin', params: { topic: 'fire' }, clientTime: 1 }
const half = '\ud83d'

test('ROOM-17 text that is not well-formed Unicode is malformed, wherever it stands', () => {
  expect(intentMessage.safeParse(intent).success).toBe(true)
  for (const change of [
    { action: half },
    { target: half },
    { params: { topic: half } },
    { params: { [half]: 1 } },
    { params: { topic: `ok${half}ok` } },
  ])
    expect([change, intentMessage.safeParse({ ...intent, ...change }).success]).toEqual([change, false])
  expect(intentMessage.safeParse({ ...intent, params: { topic: '😀' } }).success).toBe(true)
})
