import type { Page } from 'playwright-core'
import type { RunningServer } from '../start-server.ts'

/** Somebody else, as they are seen here. */
export interface PersonSeen {
  name: string
  role: string
  away: boolean
  /** Metres; null while not to be seen. */
  head: [number, number, number] | null
  holds: Partial<Record<'left' | 'right', string>>
}

/** What `window.sightline.report()` says, as far as tests read it. */
export interface Report {
  frame: number
  tick: number
  status: string
  phase: string | null
  paused: string | null
  step: string | null
  ended: string | null
  device: string
  focused: string | null
  pointing: { entity: string; action: string; enabled: boolean } | null
  /** Metres; degrees, yaw 0 faces −Z and grows to the left. */
  head: { position: [number, number, number]; yaw: number; pitch: number }
  hands: Record<'left' | 'right', { holds: string | null; trigger: number }>
  entities: Record<string, { position: [number, number, number]; place: string; state: string | null }>
  people: PersonSeen[]
  signals: Record<string, number>
}

/**
 * The train page in a browser under the server's manual clock. Session time stands until a test moves it, and moves only
 * a few ticks for each frame drawn, so that the slowest machine sees the same run as the fastest.
 */
export interface TrainingPage {
  readonly page: Page
  readonly session: string
  report(): Promise<Report>
  /** Lets the session run until the report fulfils this; throws with the last report after `mostRounds`. */
  until(what: string, holds: (report: Report) => boolean, mostRounds?: number): Promise<Report>
  /** Lets so much session time pass, in rounds of so many ticks: many when nobody moves. */
  pass(ms: number, ticksPerRound?: number): Promise<Report>
}

const TICK_MS = 50
const TICKS_PER_ROUND = 3

/** @param ticksPerRound of session time for each frame, where more does no harm: nobody aims or sweeps by hand */
export async function trainingPage(
  page: Page,
  server: RunningServer,
  ticksPerRound = TICKS_PER_ROUND,
): Promise<TrainingPage> {
  await page.waitForFunction(() => window.sightline !== undefined)
  const session = new URL(page.url()).searchParams.get('run') ?? ''
  let tick = 0
  const report = async () => (await page.evaluate(() => window.sightline?.report())) as unknown as Report

  async function round(ticks = ticksPerRound): Promise<Report> {
    const before = await report()
    tick = Math.max(tick, before.tick) + ticks
    await server.advance({ session, toTick: tick })
    await page.waitForFunction(
      (frame) => ((window.sightline?.report()['frame'] as number) ?? 0) > frame,
      before.frame,
    )
    const after = await report()
    // A session that stands (briefing, paused, ended) takes inputs but has no ticks.
    tick = after.phase === 'running' ? tick : after.tick
    return after
  }
  return {
    page,
    session,
    report,
    async until(what, holds, mostRounds = 400) {
      let last = await report()
      for (let count = 0; count < mostRounds; count += 1) {
        if (holds(last)) return last
        last = await round()
      }
      const { entities: _, ...short } = last
      throw new Error(`${what}: not within ${mostRounds} rounds; last report ${JSON.stringify(short)}`)
    },
    async pass(ms, ticks) {
      const goal = (await report()).tick + ms / TICK_MS
      let last = await report()
      while (last.tick < goal && last.phase === 'running') last = await round(ticks)
      return last
    },
  }
}

declare global {
  interface Window {
    sightline?: { report(): Record<string, unknown> }
  }
}
