import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { HttpEnv } from './http-env.ts'
import { isSecure } from './http-env.ts'
import type { Listeners } from './listen.ts'
import { createListeners } from './listen.ts'
import { openTls } from './tls/open-tls.ts'

let folder: string
let root: string
let listeners: Listeners
let ports: { httpPort: number; httpsPort: number }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-listen-'))
  const tls = await openTls({
    dataFolder: folder,
    names: ['localhost'],
    addresses: ['127.0.0.1'],
    nowMs: Date.now(),
  })
  root = tls.root ?? ''
  listeners = createListeners(tls)
  const app = new Hono<HttpEnv>()
  app.get('/', (context) => context.text(isSecure(context, undefined) ? 'over TLS' : 'plain'))
  listeners.serve(app)
  const sockets = new WebSocketServer({ noServer: true })
  listeners.http.on('upgrade', (upgrade, socket, head) =>
    sockets.handleUpgrade(upgrade, socket, head, (peer) => peer.send('hello')),
  )
  ports = await listeners.listen({ host: '127.0.0.1', httpPort: 0, httpsPort: 0 })
})
afterEach(async () => {
  await listeners.stop()
  await rm(folder, { recursive: true })
})

const overTls = (): Promise<string> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: ports.httpsPort, ca: root, agent: false }, (response) => {
      void response.toArray().then((chunks) => resolve(Buffer.concat(chunks).toString()))
    })
      .on('error', reject)
      .end()
  })

test('SRV-50 both listeners answer the same, and know which is which', async () => {
  expect(await (await fetch(`http://127.0.0.1:${ports.httpPort}/`)).text()).toBe('plain')
  expect(await overTls()).toBe('over TLS')
})

test('SRV-50 sockets are upgraded on both', async () => {
  const first = (url: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url, { ca: root })
      socket
        .on('message', (data: Buffer) => {
          resolve(data.toString())
          socket.terminate()
        })
        .on('error', reject)
    })
  expect(
    await Promise.all([
      first(`ws://127.0.0.1:${ports.httpPort}/`),
      first(`wss://127.0.0.1:${ports.httpsPort}/`),
    ]),
  ).toEqual(['hello', 'hello'])
})

test('SRV-2 a port in use stops the start with its name', async () => {
  const second = createListeners(
    await openTls({ dataFolder: folder, names: ['localhost'], addresses: ['127.0.0.1'], nowMs: Date.now() }),
  )
  await expect(second.listen({ host: '127.0.0.1', httpPort: ports.httpPort, httpsPort: 0 })).rejects.toThrow(
    `PORT cannot be used: 127.0.0.1:${ports.httpPort}, another program is using that port.`,
  )
})
