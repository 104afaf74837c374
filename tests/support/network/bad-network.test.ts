import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startBadNetwork } from './bad-network.ts'
import type { BadNetwork } from './bad-network.ts'
import type { LinkProfile } from './link-model.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

async function echoThrough(profile?: LinkProfile) {
  const far: Socket[] = []
  const echo = createServer((socket) => {
    far.push(socket)
    socket.on('error', () => {})
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  stops.push(() => echo.close())
  const { port } = echo.address() as AddressInfo
  const network = await startBadNetwork({
    toPort: port,
    seed: 3,
    ...(profile && { up: profile, down: profile }),
  })
  stops.push(() => network.close())
  return { network, port, far }
}

async function dial(port: number) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.on('error', () => {})
  stops.push(() => socket.destroy())
  await once(socket, 'connect')
  return {
    socket,
    heard: () => heard,
    async hears(text: string) {
      while (!heard.endsWith(text)) await once(socket, 'data')
      return heard
    },
  }
}
const closed = (socket: Socket | undefined) => new Promise((resolve) => socket?.once('close', resolve))
const open = (network: BadNetwork) => dial(network.port)

test('everything comes through, whole and in order', async () => {
  const { network } = await echoThrough({ delayMs: 1, jitterMs: 5, loss: 0.2, retransmitMs: 5 })
  const line = await open(network)
  const words = Array.from({ length: 300 }, (_, index) => `${index} `.repeat(20))
  for (const word of words) line.socket.write(word)
  expect(await line.hears(words.at(-1) ?? '')).toBe(words.join(''))
})

test('megabytes come through a reader that is slower than the sender', async () => {
  const { network } = await echoThrough()
  const line = await open(network)
  const text = 'x'.repeat(3_000_000)
  line.socket.write(text)
  line.socket.write('!')
  expect(await line.hears('!')).toHaveLength(text.length + 1)
})

test('nothing moves over a cut cable, and all of it once the cable is back', async () => {
  const { network, port } = await echoThrough()
  const [line, direct] = [await open(network), await dial(port)]
  line.socket.write('before ')
  await line.hears('before ')
  network.cut()
  line.socket.write('during ')
  const late = await open(network)
  late.socket.write('newcomer')
  // Time enough for the same way there and back through an uncut proxy.
  for (let round = 0; round < 20; round += 1) {
    direct.socket.write(`${round};`)
    await direct.hears(`${round};`)
  }
  expect([line.heard(), late.heard()]).toEqual(['before ', ''])
  network.restore()
  expect(await line.hears('during ')).toBe('before during ')
  expect(await late.hears('newcomer')).toBe('newcomer')
})

test('a reset ends all connections, at both ends; new ones go through', async () => {
  const { network, far } = await echoThrough()
  const line = await open(network)
  line.socket.write('hello')
  await line.hears('hello')
  const bothClosed = Promise.all([closed(line.socket), closed(far[0])])
  network.reset()
  await bothClosed
  expect(network.connections).toBe(0)
  const again = await open(network)
  again.socket.write('hello')
  expect(await again.hears('hello')).toBe('hello')
})

test('the end of one side reaches the other behind all that was sent', async () => {
  const { network } = await echoThrough({ delayMs: 5, jitterMs: 5, loss: 0 })
  const line = await open(network)
  const ended = once(line.socket, 'end')
  line.socket.end('last words')
  await ended
  expect(line.heard()).toBe('last words')
})
