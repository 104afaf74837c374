import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerLines } from './bench-process.ts'
import { serveJson } from './serve-json.ts'
import { serveOurs } from './serve-ours.ts'
import { serveSchema } from './serve-schema.ts'
import type { Serve, Usage, Variant } from './serving.ts'

// A process of its own: one server. argv: variant, epoch. Says its port and its CPU time whenever asked.

const serve: Readonly<Record<Variant, Serve>> = {
  ours: serveOurs,
  schema20: serveSchema(50),
  schema20bytes: serveSchema(50),
  schema60: serveSchema(1000 / 60),
  json: serveJson,
}
const [variant = 'ours', epochMs = '0'] = process.argv.slice(2)
const server = createServer()
const seat = await serve[variant as Variant](server, Number(epochMs))

server.on('request', (request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (!searchParams.has('slot')) return
  void seat(Number(searchParams.get('slot'))).then((reserved) => response.end(JSON.stringify(reserved)))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo

answerLines(() => {
  const { user, system } = process.cpuUsage()
  const usage: Usage = { port, atMs: performance.now(), cpuMs: (user + system) / 1000 }
  return Promise.resolve(usage)
})
