import type { Server } from 'node:http'

export const variants = ['ours', 'schema20', 'schema60', 'json'] as const
/** `ours`; stock Colyseus schema, float32, at its default patch rate and at our flush rate; a JSON relay over socket.io. */
export type Variant = (typeof variants)[number]

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
