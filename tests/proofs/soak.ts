import { LOOK_MS, soak } from '../support/company/soak.ts'
import type { ProofResult } from '../support/runner/proof.ts'

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 10)
const BOTS = 50
const SEED = 20261124
const MOST_MB_PER_MINUTE = 1
/** A busy machine now and then gives a socket no time to open. */
const MOST_FAILED = 0.01

export const title = `${BOTS} bots joining, acting, leaving and coming back for ${MINUTES} minutes leave neither memory nor a room behind`
export const needs = `${MINUTES + 1} minutes`

export async function run(): Promise<ProofResult> {
  const { joins, failures, reports, last } = await soak({
    seconds: MINUTES * 60,
    bots: BOTS,
    sessions: 5,
    seed: SEED,
  })
  // What is filled once (code, caches) is not what is lost again and again.
  const steady = reports.slice(Math.floor(reports.length / 4))
  const perMinute = (values: readonly number[]): number => slope(values) * (60_000 / LOOK_MS)
  const heapPerMinute = perMinute(steady.map(({ heapMb }) => heapMb))
  return {
    passed: heapPerMinute < MOST_MB_PER_MINUTE && last.rooms === 0 && failures.length <= joins * MOST_FAILED,
    figures: {
      minutes: MINUTES,
      joins,
      failed_joins: failures.length,
      heap_mb_per_minute: round(heapPerMinute),
      heap_mb: round(last.heapMb),
      rss_mb_per_minute: round(perMinute(steady.map(({ rssMb }) => rssMb))),
      rss_mb: round(last.rssMb),
      rooms_left: last.rooms,
      seed: SEED,
    },
    notes: [...new Set(failures)].slice(0, 10),
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
