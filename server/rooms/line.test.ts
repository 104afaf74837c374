import { expect, test } from 'vitest'
import { Line } from './line.ts'

function lineInHand() {
  const world = { nowMs: 0, asked: [] as Buffer[], answer: (_data: Buffer): void => {} }
  const line = new Line(
    {
      on: (_event, listener) => (world.answer = listener),
      ping: (data) => void world.asked.push(data),
    },
    () => world.nowMs,
  )
  const ask = (tookMs: number): void => {
    line.ask()
    world.nowMs += tookMs
    world.answer(world.asked.at(-1) ?? Buffer.alloc(0))
  }
  return { world, line, ask }
}

test('ROOM-36 round trips are smoothed; a steady slow line is not lossy', () => {
  const { line, ask } = lineInHand()
  expect([line.rttMs, line.lossy]).toEqual([null, false])
  for (let n = 0; n < 12; n += 1) ask(200)
  expect([line.rttMs, line.lossy]).toEqual([200, false])
})

test('ROOM-36 answers that come now late, now soon, and one that does not come, tell of losses', () => {
  const { world, line, ask } = lineInHand()
  for (let n = 0; n < 12; n += 1) ask(n % 3 === 0 ? 260 : 30)
  expect(line.lossy).toBe(true)
  for (let n = 0; n < 30; n += 1) ask(30)
  expect(line.lossy).toBe(false)
  line.ask()
  world.nowMs += 1501
  expect(line.lossy).toBe(true)
})

test('ROOM-36 only the answer to the open question counts', () => {
  const { world, line } = lineInHand()
  line.ask()
  line.ask()
  expect(world.asked).toHaveLength(1)
  world.answer(Buffer.alloc(8))
  world.answer(Buffer.from('poses'))
  expect(line.rttMs).toBe(null)
  world.nowMs += 50
  world.answer(world.asked[0] ?? Buffer.alloc(0))
  world.nowMs += 500
  world.answer(world.asked[0] ?? Buffer.alloc(0))
  expect(line.rttMs).toBe(50)
})
