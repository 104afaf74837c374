import { BenchProcess } from './bench-process.ts'
import type { Crowd, Load, Measured } from './load.ts'
import type { Usage, Variant } from './serving.ts'

/** Until everything that is going to be compiled is; sessions last for minutes. */
const WARM_UP_SECONDS = 8
const SECONDS = 6

export type Figures = {
  readonly bytesPerSecond: number
  readonly bytesPerUpdate: number
  /** Samples that came out, of those that went in. */
  readonly share: number
  readonly cpuMsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Nobody was thrown out. */
  readonly allOpen: boolean
}

/** Starts a server and its clients in processes of their own, lets them run warm, and measures. */
export async function measureCrowd(variant: Variant, crowd: Crowd): Promise<Figures> {
  const epochMs = Date.now() - 1_000_000
  const server = new BenchProcess('serve-process.ts', [variant, String(epochMs)])
  const clients = new BenchProcess('load-process.ts', [])
  try {
    const { port } = await server.ask<Usage>({})
    await clients.ask({ ...crowd, variant, port, epochMs } satisfies Load)
    await clients.ask({ seconds: WARM_UP_SECONDS })
    const before = await server.ask<Usage>({})
    const { seconds, bytes, sent, heard, latenciesMs, open } = await clients.ask<Measured>({
      seconds: SECONDS,
    })
    const after = await server.ask<Usage>({})
    const sorted = latenciesMs.toSorted((a, b) => a - b)
    return {
      bytesPerSecond: bytes / seconds,
      bytesPerUpdate: bytes / heard,
      share: heard / sent,
      cpuMsPerSecond: (1000 * (after.cpuMs - before.cpuMs)) / (after.atMs - before.atMs),
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      allOpen: open === crowd.senders + crowd.receivers,
    }
  } finally {
    await clients.stop()
    await server.stop()
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Infinity
}
