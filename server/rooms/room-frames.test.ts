import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { Joined } from './room-world.fixture.ts'
import { sessions, warnings, id, join, until, tick, press, answered, head } from './room-world.fixture.ts'
import { fillKernel, pile, slowLine } from './slow-line.fixture.ts'

describe('frames', () => {
  test('ROOM-20 a pose frame becomes observations', async () => {
    const member = await join()
    member.room.sendBytes(
      1,
      encodePoseFrame([{ seq: 1, timeMs: 1, discontinuity: false, head, left: null, right: null }]),
    )
    const rules = sessions.get(id)?.rules
    while (rules?.runner.state.sensors[`${member.person}/height`] === undefined) {
      await tick()
      await new Promise(setImmediate)
    }
    expect(rules.runner.state.sensors[`${member.person}/height`]).toBe(1600)
  })

  test('ROOM-21 garbage frames and unknown messages are refused, nobody is thrown out', async () => {
    const member = await join()
    member.room.sendBytes(1, new Uint8Array([1, 2, 3]))
    member.room.sendBytes(99, new Uint8Array([1, 2, 3]))
    member.room.send('hello', { a: 1 })
    for (const frame of [[13, 0xff, 0xff], [17], [21], [21, 0xd9], [], [255, 255], [13]])
      member.room.connection.send(new Uint8Array(frame))
    await until(() => member.messages.refused.length >= 3)
    expect(member.messages.refused.every(({ reason }) => reason === 'malformed')).toBe(true)
    expect(await answered(press(member))).toMatchObject({ ok: true })
  })

  test('ROOM-25 garbage frames fill no log', async () => {
    const member = await join()
    await tick()
    warnings.count = 0
    const cutShort = Uint8Array.from([21, 99, 0xa6, ...Buffer.from('intent'), 0xd9])
    for (let n = 0; n < 60; n += 1) member.room.connection.send(cutShort)
    member.room.sendBytes(
      1,
      encodePoseFrame([{ seq: 1, timeMs: 1, discontinuity: false, head, left: null, right: null }]),
    )
    while (sessions.get(id)?.rules.runner.state.sensors[`${member.person}/height`] === undefined) {
      await tick()
      await new Promise(setImmediate)
    }
    expect(warnings.count).toBeGreaterThan(0)
    expect(warnings.count).toBeLessThan(20)
  })

  test('ROOM-22 an oversized frame closes that socket alone', async () => {
    const [member, other] = [await join(), await join()]
    const closed = new Promise<number>((resolve) => member.room.onLeave((code) => resolve(code)))
    member.room.sendBytes(1, new Uint8Array(17 * 1024))
    expect(await closed).toBe(1009)
    expect(await answered(press(other))).toMatchObject({ ok: true })
  })

  test('ROOM-23 a client that stops reading for a while gets what was queued as it was', async () => {
    const line = await slowLine()
    const [slow, busy] = [await join(id, randomUUID(), line.address), await join()]
    line.pause()
    const socket = await fillQueue(slow, 24 * 1024)
    expect(socket.bufferedAmount).toBeLessThan(64 * 1024)
    line.resume()
    await sameState(slow, busy)
  })

  test('ROOM-24 a client that does not read is sent no patches, and the whole state when it goes on', async () => {
    const line = await slowLine()
    const [slow, busy] = [await join(id, randomUUID(), line.address), await join()]
    line.pause()
    const socket = await fillQueue(slow, 64 * 1024)
    let most = 0
    for (let n = 0; n < 100; n += 1) {
      await churn(1)
      most = Math.max(most, socket.bufferedAmount)
    }
    expect(most).toBeLessThan(128 * 1024)
    expect(socket.readyState).toBe(WebSocket.OPEN)
    line.resume()
    await until(() => socket.bufferedAmount === 0)
    await tick()
    await sameState(slow, busy)
    await churn(3)
    await sameState(slow, busy)
  })

  test('ROOM-26 a client that takes in nothing at all is cut off, others go on', async () => {
    const line = await slowLine()
    const [slow, busy] = [await join(id, randomUUID(), line.address), await join()]
    line.pause()
    const socket = await fillQueue(slow, 64 * 1024)
    let most = 0
    while (socket.readyState === WebSocket.OPEN) {
      pile(slow)
      await churn(1)
      most = Math.max(most, socket.bufferedAmount)
    }
    line.resume()
    expect(most).toBeLessThan(300 * 1024)
    expect(await answered(press(busy))).toMatchObject({ ok: true })
  })
})

async function sameState(one: Joined, other: Joined): Promise<void> {
  const last = sessions.get(id)?.session.tickNumber
  await until(() => one.room.state.tick === last && other.room.state.tick === last)
  expect(one.room.state.toJSON()).toEqual(other.room.state.toJSON())
}

let round = 0
async function churn(ticks: number): Promise<void> {
  const entities = sessions.get(id)?.rules.runner.state.entities ?? {}
  for (let n = 0; n < ticks; n += 1) {
    round += 1
    // Things come, go and change, no two patches alike: a frame that was overwritten while it waited shows.
    for (let thing = round % 7; thing < 400; thing += 1 + (round % 3)) {
      if ((thing + round) % 11 === 0) delete entities[`thing-${thing}`]
      else
        entities[`thing-${thing}`] = {
          place: { kind: 'rest', position: [round, thing, -round], yaw: round % 3600 },
          state: 'x'.repeat(round % 40),
        }
    }
    await new Promise(setImmediate)
    await tick()
  }
}

/** Patches until the server's own queue for this client is so long. */
async function fillQueue(joined: Joined, bytes: number): Promise<WebSocket> {
  const socket = await fillKernel(joined)
  while (socket.bufferedAmount < bytes) await churn(1)
  return socket
}
