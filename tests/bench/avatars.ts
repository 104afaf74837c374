import { launchBrowser } from '../support/browser/launch-browser.ts'
import type { BenchResult } from '../support/runner/bench.ts'
import { buildPages } from './client-page/build-page.ts'
import {
  allocation,
  countDraws,
  cpuMs,
  FRAMES,
  median,
  open,
  round,
  WARM_FRAMES,
  warmUp,
} from './client-page/measure-page.ts'
import { servePages } from './client-page/serve-pages.ts'

const CROWDS = [0, 12, 50] as const
const ROUNDS = 5

/** What other people cost a frame in an emulated headset: decoding, playing and drawing a crowd that moves, beside nobody. */
export async function run(): Promise<BenchResult> {
  const folder = await buildPages()
  const served = await servePages(folder)
  const browser = await launchBrowser()
  try {
    const pages = []
    for (const people of CROWDS) {
      const opened = await open(browser, served.origin, `/ours.html?people=${people}`)
      pages.push({ people, opened, draws: await countDraws(opened.page), ms: [] as number[] })
    }
    for (const { opened } of pages) await warmUp(opened.page)
    for (let i = 0; i < ROUNDS; i++) for (const { opened, ms } of pages) ms.push(await cpuMs(opened))
    const figures: Record<string, number> = {}
    const notes = [
      `${ROUNDS} interleaved rounds of ${FRAMES} frames after ${WARM_FRAMES}; half of the people have tracked hands`,
    ]
    const [alone] = pages
    for (const { people, opened, draws, ms } of pages) {
      const alloc = await allocation(opened)
      if (people === 0) figures['alone_js_ms_per_frame'] = round(median(ms), 3)
      figures[`draw_calls_${people}`] = (draws.calls - (people === 0 ? 0 : (alone?.draws.calls ?? 0))) / 2
      figures[`triangles_${people}`] =
        (draws.triangles - (people === 0 ? 0 : (alone?.draws.triangles ?? 0))) / 2
      figures[`js_ms_per_frame_${people}`] = round(
        median(ms.map((value, i) => value - (people === 0 ? 0 : (alone?.ms[i] ?? 0)))),
        3,
      )
      figures[`alloc_bytes_per_frame_${people}`] = alloc.bytes
      notes.push(`most bytes a frame with ${people}: ${alloc.most.slice(0, 8).join(', ')}`)
      await opened.close()
    }
    return {
      name: 'avatars',
      figures,
      baseline:
        'the same page with nobody else in the session (_0), in the same run; what is given for a crowd is what it adds, but for bytes',
      notes,
    }
  } finally {
    await browser.close()
    served.close()
  }
}
