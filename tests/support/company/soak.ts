import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Trainee } from '../run/trainee.ts'
import type { RunningServer } from '../start-server.ts'
import { startServer } from '../start-server.ts'
import type { MemoryReport } from './memory-reports.ts'
import { memoryReports } from './memory-reports.ts'
import { RestlessBot } from './restless-bot.ts'
import { SCENARIO, sceneForMany } from './scene-for-many.ts'

export type Soak = {
  readonly seconds: number
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
    const runs = await Promise.all(Array.from({ length: sessions }, () => sharedRun(server)))
    const bots = Array.from({ length: count }, (_, n) => {
      const shared = runs[n % sessions] ?? { session: '', code: '' }
      return new RestlessBot(server.http, { ...shared, seed: seed + n })
    })
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

async function sharedRun(server: RunningServer): Promise<{ session: string; code: string }> {
  const host = new Trainee(server.http)
  await host.call('PUT', '/api/me', { name: 'Host' })
  const session = await host.begin(SCENARIO, 'practice')
  const { body } = await host.call<{ code: string }>('POST', `/api/runs/${session}/code`, {})
  await host.room.leave()
  return { session, code: body.code }
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
