import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import { ConfigError } from '#server/config.ts'
import type { HttpEnv } from './http-env.ts'
import type { Tls } from './tls/open-tls.ts'
import { requestListener } from './request-listener.ts'

/** Slow senders hold a connection this long at most. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
} as const
const CLOSE_WITHIN_MS = 3000

export type Listeners = {
  /** Rooms hang their socket upgrades on this one; the HTTPS listener hands over to it. */
  readonly http: Server
  serve(app: Hono<HttpEnv>): void
  listen(ports: {
    host: string
    httpPort: number
    httpsPort: number
  }): Promise<{ httpPort: number; httpsPort: number }>
  stop(): Promise<void>
}

/** One set of handlers on two listeners: plain HTTP for this machine, HTTPS for headsets and phones on the network. */
export function createListeners(tls: Tls): Listeners {
  const http = createServer(limits)
  const https = createSecureServer({ ...limits, cert: tls.certificate, key: tls.key, minVersion: 'TLSv1.2' })
  https.on('request', (request, response) => http.emit('request', request, response))
  https.on('upgrade', (request, socket, head) => http.emit('upgrade', request, socket, head))
  // Half-open and scanning clients: nothing to answer, nothing to log.
  for (const server of [http, https]) server.on('clientError', (_error, socket) => socket.destroy())
  https.on('tlsClientError', () => {})
  return {
    http,
    serve: (app) => void http.on('request', requestListener(app)),
    async listen({ host, httpPort, httpsPort }) {
      const [first, second] = [
        await listenOn(http, host, httpPort, 'PORT'),
        await listenOn(https, host, httpsPort, 'HTTPS_PORT'),
      ]
      return { httpPort: first, httpsPort: second }
    },
    async stop() {
      await Promise.all([http, https].map(close))
    },
  }
}

function listenOn(server: Server, host: string, port: number, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException): void => {
      const why = cause.code === 'EADDRINUSE' ? 'another program is using that port' : cause.message
      reject(new ConfigError(`${setting} cannot be used: ${host}:${port}, ${why}.`, { cause }))
    }
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
