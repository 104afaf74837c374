import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { MemoryReport } from '../support/company/memory-reports.ts'
import { memoryReports } from '../support/company/memory-reports.ts'
import { RestlessBot } from '../support/company/restless-bot.ts'
import { SCENARIO, sceneForMany } from '../support/company/scene-for-many.ts'
import { Trainee } from '../support/run/trainee.ts'
import type { ProofResult } from '../support/runner/proof.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 10)
const BOTS = 50
const SESSIONS = 5
const SEED = 20261124
const LOOK_MS = 5000
const MOST_MB_PER_MINUTE = 1
const entry = fileURLToPath(new URL('../support/company/serve-and-report.ts', import.meta.url))

export const title = `${BOTS} bots joining, acting, leaving and coming back for ${MINUTES} minutes leave neither memory nor a room behind`
export const needs = `${MINUTES + 1} minutes`

export async function run(): Promise<ProofResult> {
  const scenes = await sceneForMany(64)
  const server = await startServer({ entry, env: { SCENES: scenes } })
  try {
    return await soak(server)
  } finally {
    await server.stop()
    await rm(scenes, { recursive: true, force: true })
  }
}

async function soak(server: RunningServer): Promise<ProofResult> {
  const runs = await Promise.all(Array.from({ length: SESSIONS }, () => sharedRun(server)))
  const bots = Array.from({ length: BOTS }, (_, n) => {
    const shared = runs[n % SESSIONS] ?? { session: '', code: '' }
    return new RestlessBot(server.http, { ...shared, seed: SEED + n })
  })
  const lives = bots.map((bot) => bot.live())
  const reports: MemoryReport[] = []
  for (let ms = 0; ms < MINUTES * 60_000; ms += LOOK_MS) {
    await sleep(LOOK_MS)
    reports.push(await look(server))
  }
  for (const bot of bots) bot.stop()
  await Promise.all(lives)
  let last = await look(server)
  for (let tries = 0; last.rooms > 0 && tries < 12; tries += 1) {
    await sleep(LOOK_MS)
    last = await look(server)
  }
  // What is filled once (code, caches) is not what is lost again and again.
  const steady = reports.slice(Math.floor(reports.length / 4))
  const perMinute = slope(steady.map(({ heapMb }) => heapMb)) * (60_000 / LOOK_MS)
  const failures = bots.flatMap((bot) => bot.failures)
  const joins = bots.reduce((sum, { joins: { participant, spectator } }) => sum + participant + spectator, 0)
  return {
    passed: perMinute < MOST_MB_PER_MINUTE && last.rooms === 0 && failures.length === 0,
    figures: {
      minutes: MINUTES,
      joins,
      failed_joins: failures.length,
      heap_mb_per_minute: round(perMinute),
      heap_mb: round(last.heapMb),
      rss_mb: round(last.rssMb),
      rss_mb_per_minute: round(slope(steady.map(({ rssMb }) => rssMb)) * (60_000 / LOOK_MS)),
      rooms_left: last.rooms,
      seed: SEED,
    },
    notes: [...new Set(failures)].slice(0, 10),
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

/** Of the least squares through equally spaced values, per step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [up, across] = [0, 0]
  for (const [n, value] of values.entries()) {
    up += (n - middle) * (value - mean)
    across += (n - middle) ** 2
  }
  return up / across
}

const round = (value: number): number => Math.round(value * 100) / 100
