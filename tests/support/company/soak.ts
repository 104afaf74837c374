import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { RunningServer } from '../start-server.ts'
import { startServer } from '../start-server.ts'
import type { MemoryReport } from './memory-reports.ts'
import { memoryReports } from './memory-reports.ts'
import { RestlessBot } from './restless-bot.ts'
import { sceneForMany } from './scene-for-many.ts'
import { SharedRun } from './shared-run.ts'

export type Soak = {
  readonly seconds: number
  /** In equal parts. */
  readonly bots: number
  readonly sessions: number
  readonly seed: number
}
export type Soaked = {
  readonly joins: number
  readonly failures: readonly string[]
  /** One in five seconds. */
  readonly reports: readonly MemoryReport[]
  /** When everybody has left. */
  readonly last: MemoryReport
}

export const LOOK_MS = 5000
/** A room goes with its last member; whose line was cut is missed a little later. */
const ROOMS_GO_WITHIN_LOOKS = 12
const entry = fileURLToPath(new URL('serve-and-report.ts', import.meta.url))

/** Restless bots in a few runs of a server of their own, in real time. */
export async function soak({ seconds, bots: count, sessions, seed }: Soak): Promise<Soaked> {
  const scenes = await sceneForMany(64)
  const server = await startServer({ entry, env: { SCENES: scenes } })
  try {
    const runs = Array.from({ length: sessions }, () => new SharedRun(server.http))
    const bots = runs.flatMap((run, r) =>
      Array.from(
        { length: count / sessions },
        (_, n) => new RestlessBot(server.http, run, seed + r * count + n),
      ),
    )
    const lives = bots.map((bot) => bot.live())
    const reports: MemoryReport[] = []
    for (let ms = 0; ms < seconds * 1000; ms += LOOK_MS) {
      await sleep(LOOK_MS)
      reports.push(await look(server))
    }
    for (const bot of bots) bot.stop()
    await Promise.all(lives)
    let last = await look(server)
    for (let looks = 0; last.rooms > 0 && looks < ROOMS_GO_WITHIN_LOOKS; looks += 1) {
      await sleep(LOOK_MS)
      last = await look(server)
    }
    const joins = bots.reduce(
      (sum, { joins: { participant, spectator } }) => sum + participant + spectator,
      0,
    )
    return { joins, failures: bots.flatMap((bot) => bot.failures), reports, last }
  } finally {
    await server.stop()
    await rm(scenes, { recursive: true, force: true })
  }
}

async function look(server: RunningServer): Promise<MemoryReport> {
  const before = memoryReports(server.log()).length
  process.kill(server.pid, 'SIGUSR2')
  for (;;) {
    const report = memoryReports(server.log())[before]
    if (report !== undefined) return report
    await sleep(20)
  }
}
