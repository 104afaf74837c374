import { expect, test } from 'vitest'
import { bodyAt, recordings } from '#shared/poses/recorded-motion.fixture.ts'
import { withHands } from '#shared/poses/moving-hands.fixture.ts'
import type { LinkProfile } from '../network/link-model.ts'
import { rehearse } from './rehearse.ts'
import { createSmoothnessMeter } from './smoothness.ts'

const frameMs = 1000 / 90
const [recording] = recordings
const poseAt = (atMs: number) => bodyAt(recording as (typeof recordings)[number], atMs)

async function watch(network: Partial<LinkProfile>, seed: number, acting = true) {
  const meter = createSmoothnessMeter(poseAt)
  await rehearse({
    poseAt,
    lengthMs: 14_000,
    network: { delayMs: 25, jitterMs: 0, loss: 0, ...network },
    seed,
    acting,
    frameMs,
    onFrame: meter.look,
  })
  return meter.figures()
}

test.each([
  [0, 3, 6],
  [50, 8, 25],
  [150, 15, 60],
])('MOT-60 at %i ms jitter no frame is late and what is shown is what was', async (jitterMs, head, hand) => {
  for (const seed of [11, 12, 13]) {
    const found = await watch({ jitterMs }, seed)
    expect(found.frames).toBeGreaterThan(700)
    expect(found.late).toBe(0)
    expect(found.head_p90_mm).toBeLessThan(head)
    expect(found.hand_p90_mm).toBeLessThan(hand)
  }
})

test.each([
  [0, 0.05],
  [50, 0.05],
  [150, 0.05],
  [150, 0],
])('MOT-61 no visible pop at %i ms jitter and %d loss, acting or not', async (jitterMs, loss) => {
  for (const acting of [true, false]) {
    const found = await watch({ jitterMs, loss }, 21, acting)
    expect(found.head_pop).toBeLessThan(0.5)
    expect(found.hand_pop).toBeLessThan(1.5)
    expect(found.late).toBeLessThan(0.03)
  }
})

test('MOT-28 fingers come through codec and network, on a wrist that stays at its palm', async () => {
  let frames = 0
  let farthest = 0
  await rehearse({
    poseAt: (atMs) => withHands(poseAt(atMs), atMs),
    lengthMs: 6000,
    network: { delayMs: 25, jitterMs: 50, loss: 0.05 },
    seed: 3,
    acting: true,
    frameMs,
    onFrame({ pose: { right } }) {
      if (!right?.joints) return
      frames += 1
      const [x = 0, y = 0, z = 0] = right.wrist.position.map((at, axis) => at - (right.position[axis] ?? 0))
      farthest = Math.max(farthest, Math.abs(Math.hypot(x, y, z) - Math.hypot(0.02, 0.06)))
    },
  })
  expect(frames).toBeGreaterThan(400)
  expect(farthest).toBeLessThan(0.002)
})
