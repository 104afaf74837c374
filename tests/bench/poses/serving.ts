import type { Server } from 'node:http'

/**
 * `ours`; stock Colyseus, bodies as float32 schemas, at its default patch rate and at our flush rate, what clients send as
 * messages or (`bytes`) as bytes; a JSON relay over socket.io.
 */
export type Variant = 'ours' | 'schema20' | 'schema20bytes' | 'schema60' | 'json'

/** Where a load client goes: the path of its socket. Slots count from 1; 0 is a receiver that sends nothing. */
export type Seat = { readonly path: string; readonly slot: number }

/** Pose time of all processes of a run. */
export function sessionMs(epochMs: number): number {
  return performance.timeOrigin + performance.now() - epochMs
}

export type Serve = (server: Server, epochMs: number) => Promise<(slot: number) => Promise<Seat>>

export type Usage = {
  readonly port: number
  /** When the rest was so. */
  readonly atMs: number
  readonly cpuMs: number
}
