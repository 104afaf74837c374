import { expect, test } from 'vitest'
import { fuzzRoom } from '../support/fuzz/fuzz-room.ts'

test('ROOM-27 two thousand malformed frames and messages harm nobody in the room', async () => {
  const { sent, harm, faults, exitCode, joins, logLines, peerFrames, peerAnswers } = await fuzzRoom({
    messages: 2000,
    seed: 7,
  })
  expect(sent).toBeGreaterThanOrEqual(2000)
  expect({ harm, faults, exitCode }).toEqual({ harm: [], faults: [], exitCode: 0 })
  expect(joins).toBeGreaterThan(24)
  expect(logLines).toBeLessThan(200)
  expect(Math.min(peerFrames, peerAnswers)).toBeGreaterThan(1)
})
