import { randomUUID } from 'node:crypto'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer as createTcpServer } from 'node:net'
import { matchMaker } from '@colyseus/core'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodePoseFrame } from '#shared/protocol/pose-frame.ts'
import type { Joined } from './room-world.fixture.ts'
import {
  sessions,
  warnings,
  server,
  id,
  join,
  until,
  tick,
  press,
  answered,
  head,
} from './room-world.fixture.ts'

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

  test('ROOM-23 a client that stops reading for a while gets the true state when it goes on', async () => {
    const [slow, busy] = [await join(id, randomUUID(), await slowLine()), await join()]
    line.pause()
    const socket = await fillQueue(slow)
    await churn(20)
    expect(socket.bufferedAmount).toBeGreaterThan(0)
    line.resume()
    await until(
      () =>
        slow.room.state.tick === sessions.get(id)?.session.tickNumber &&
        busy.room.state.tick === slow.room.state.tick,
    )
    expect(slow.room.state.toJSON()).toEqual(busy.room.state.toJSON())
  })

  test('ROOM-24 a client that never reads is cut off at a bounded queue, others go on', async () => {
    const [slow, busy] = [await join(id, randomUUID(), await slowLine()), await join()]
    line.pause()
    const socket = await fillQueue(slow)
    let most = 0
    while (socket.readyState === WebSocket.OPEN) {
      await churn(1)
      most = Math.max(most, socket.bufferedAmount)
    }
    line.resume()
    expect(most).toBeLessThan(1.2 * 1024 * 1024)
    expect(await answered(press(busy))).toMatchObject({ ok: true })
  })
})

/** A line between client and server that a test can stop: behind it the server's socket is back-pressured. */
let line: Socket
async function slowLine(): Promise<string> {
  const proxy = createTcpServer((client) => {
    line = connect((server.address() as AddressInfo).port, '127.0.0.1')
    client.pipe(line).pipe(client)
    for (const end of [client, line]) end.on('error', () => {})
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  proxy.unref()
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
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

/** Ticks until the kernel takes no more and the server's own queue for this client grows. */
async function fillQueue({ room }: Joined): Promise<WebSocket> {
  const client = matchMaker.getLocalRoomById(room.roomId).clients.getById(room.sessionId)
  const socket = client?.ref as unknown as WebSocket
  while (socket.bufferedAmount < 64 * 1024) await churn(1)
  return socket
}
