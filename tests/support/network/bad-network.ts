import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { createLinkModel, perfect } from './link-model.ts'
import type { LinkProfile } from './link-model.ts'
import { relay } from './relay.ts'

export type BadNetworkOptions = {
  /** Where the real server listens on this machine; left out when it starts later, because it must know this port first. */
  toPort?: number
  seed: number
  up?: LinkProfile
  down?: LinkProfile
}

/**
 * A TCP proxy on loopback (HTTP, WebSocket and TLS go through unread) that is as bad as told. A page that comes through it is of
 * another origin than the server's own: start it first and the server with its address as PUBLIC_URL.
 */
export interface BadNetwork {
  readonly port: number
  readonly connections: number
  /** From now on; what is on its way keeps its time. Left out: as it is. */
  set(change: { up?: LinkProfile; down?: LinkProfile; toPort?: number }): void
  /** The cable is out: sockets stay open, nothing moves, new connections wait. */
  cut(): void
  /** The cable is back: what waited goes on, as TCP would send it again. */
  restore(): void
  /** All connections are reset, as when a device changes its network. */
  reset(): void
  close(): Promise<void>
}

/** Delays are drawn from the seed in the order in which chunks come; how TCP cuts the stream into chunks is up to the machine. */
export async function startBadNetwork({
  toPort = 0,
  seed,
  up = perfect,
  down = perfect,
}: BadNetworkOptions): Promise<BadNetwork> {
  const now = { up, down, toPort }
  const open = new Set<Socket>()
  const flows = new Set<() => void>()
  let isCut = false
  let nextSeed = seed

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: now.toPort, host: '127.0.0.1', noDelay: true, allowHalfOpen: true })
    join(client, upstream, () => now.up)
    join(upstream, client, () => now.down)
  })

  function join(from: Socket, to: Socket, profile: () => LinkProfile) {
    const flow = relay(from, to, createLinkModel(profile, (nextSeed += 1)), () => isCut)
    open.add(from)
    flows.add(flow)
    to.on('close', () => flows.delete(flow))
    // Told by close: an error is always followed by it.
    from.on('error', () => {})
    from.on('close', () => {
      open.delete(from)
      if (!from.errored) return
      if (isCut) flows.add(() => void to.resetAndDestroy())
      else to.resetAndDestroy()
    })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const reset = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return open.size / 2
    },
    set: (change) => void Object.assign(now, change),
    cut() {
      isCut = true
    },
    restore() {
      isCut = false
      for (const flow of flows) flow()
    },
    reset,
    async close() {
      reset()
      server.close()
      await once(server, 'close')
    },
  }
}
