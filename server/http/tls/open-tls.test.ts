import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TlsOptions } from './open-tls.ts'
import { openTls } from './open-tls.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-tls-'))
})
afterEach(() => rm(folder, { recursive: true }))

const options = (change: Partial<TlsOptions> = {}): TlsOptions => ({
  dataFolder: folder,
  names: ['localhost'],
  addresses: ['127.0.0.1'],
  nowMs: Date.now(),
  ...change,
})

test('SRV-10 a client that trusts the root connects by name and by address', async () => {
  const tls = await openTls(options())
  const server = createServer({ cert: tls.certificate, key: tls.key }, (_request, response) =>
    response.end('ok'),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request(
        {
          host,
          port,
          ca: tls.root,
          agent: false,
          lookup: (_name, lookupOptions, done) =>
            lookupOptions.all === true
              ? done(null, [{ address: '127.0.0.1', family: 4 }])
              : done(null, '127.0.0.1', 4),
        },
        (response) => resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end()
    })
  try {
    expect(await Promise.all([status('localhost'), status('127.0.0.1')])).toEqual([200, 200])
  } finally {
    server.close()
  }
})

test('SRV-11 the root stays, the leaf is renewed for a new address and near its end', async () => {
  const first = await openTls(options())
  const again = await openTls(options())
  const moved = await openTls(options({ addresses: ['127.0.0.1', '192.168.7.7'] }))
  const later = await openTls(
    options({ addresses: ['127.0.0.1', '192.168.7.7'], nowMs: Date.now() + 340 * 86_400_000 }),
  )
  expect([again.certificate, moved.root, later.root]).toEqual([first.certificate, first.root, first.root])
  expect(new Set([first.certificate, moved.certificate, later.certificate]).size).toBe(3)
})

test('SRV-12 files of the operator that cannot be read stop the start', async () => {
  await expect(
    openTls(options({ own: { certificate: join(folder, 'none.pem'), key: join(folder, 'none.key') } })),
  ).rejects.toThrow('TLS_CERT cannot be used')
})
