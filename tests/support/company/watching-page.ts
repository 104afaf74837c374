import type { Page } from 'playwright-core'
import type { PersonSeen } from '../training/training-page.ts'

/** What the page of somebody who only watches reports. */
export interface WatchingReport {
  frame: number
  tick: number
  kind: string
  status: string
  phase: string | null
  people: PersonSeen[]
  entities: Record<string, { position: [number, number, number]; place: string; state: string | null }>
}

export interface WatchingPage {
  report(): Promise<WatchingReport>
  /** Lets frames be drawn until it is so; session time is others' business. */
  until(what: string, holds: (report: WatchingReport) => boolean): Promise<WatchingReport>
}

const MOST_FRAMES = 600

export async function watchingPage(page: Page): Promise<WatchingPage> {
  await page.waitForFunction(() => window.sightline?.report()['ready'] === true)
  const report = async () =>
    (await page.evaluate(() => window.sightline?.report())) as unknown as WatchingReport
  return {
    report,
    async until(what, holds) {
      let last = await report()
      for (let frames = 0; frames < MOST_FRAMES; frames += 1) {
        if (holds(last)) return last
        await page.waitForFunction(
          (frame) => ((window.sightline?.report()['frame'] as number) ?? 0) > frame,
          last.frame,
        )
        last = await report()
      }
      throw new Error(`${what}: not within ${MOST_FRAMES} frames; last report ${JSON.stringify(last)}`)
    },
  }
}
