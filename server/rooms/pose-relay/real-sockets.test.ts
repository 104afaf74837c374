import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createPoseDecoder } from '#shared/poses/pose-decoder.ts'
import { POSE_BYTES } from '#shared/protocol/messages.ts'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { Joined } from '../room-world.fixture.ts'
import { id, join } from '../room-world.fixture.ts'
import { fillKernel, pile, slowLine } from '../slow-line.fixture.ts'
import { poseAt } from './relay-world.fixture.ts'

/** Session times of what a member was shown of others, as its client reads it. */
function shown({ poses }: Joined): number[] {
  const decoder = createPoseDecoder()
  return poses.flatMap((bytes) => {
    const read = decoder.read(bytes)
    if (!read.ok) throw new Error(`A member could not read: ${read.reason}`)
    return read.samples.length > 0 ? [read.atMs] : []
  })
}

test('RELAY-11 over real sockets: who stops reading misses poses, harms nobody, and goes on from a key frame', async () => {
  const line = await slowLine()
  const [walker, busy, slow] = [await join(), await join(), await join(id, randomUUID(), line.address)]
  let step = 0
  let dueMs = 0
  const walkUntil = async (condition: () => boolean): Promise<void> => {
    while (!condition()) {
      await new Promise(setImmediate)
      if (performance.now() < dueMs) continue
      dueMs = performance.now() + 20
      step += 1
      const pose = poseAt(step / 10, { seq: step & 0xffff })
      walker.room.sendBytes(POSE_BYTES, encodePoseFrame([pose]))
    }
  }
  line.pause()
  const socket = await fillKernel(slow)
  while (socket.bufferedAmount < 20_000) pile(slow)
  const before = busy.poses.length
  await walkUntil(() => busy.poses.length > before + 5)
  const missedUntil = shown(busy).at(-1) ?? 0
  line.resume()
  await walkUntil(() => shown(slow).length > 3)
  expect(shown(slow)[0]).toBeGreaterThan(missedUntil)
  expect(shown(busy).length).toBeGreaterThan(8)
  expect([walker, busy, slow].every(({ room }) => room.connection.isOpen)).toBe(true)
})
