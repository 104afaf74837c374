import type { SceneReport } from '#client/debug/report.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
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
import { traineeScripts } from './client-page/trainee-scripts.ts'

const ROUNDS = 7

/**
 * Emulated stereo headset, both controllers and the panel shown, frames stepped by hand and draws dropped after warming up (what
 * remains is JavaScript and every other GL call). Time is the page thread's CPU time, so a busy machine does not count.
 */
export async function run(): Promise<BenchResult> {
  const folder = await buildPages()
  const served = await servePages(folder)
  const browser = await launchBrowser()
  try {
    const firstFrameMs = await firstFrame(browser, served.origin)
    const ours = await open(browser, served.origin, '/ours.html')
    const counts = await countDraws(ours.page)
    const bare = await open(browser, served.origin, '/bare.html')
    await bare.page.evaluate(() => bench.freeze())
    const bareCounts = await countDraws(bare.page)
    for (const { page } of [ours, bare]) await warmUp(page)
    const rounds: { ours: number; bare: number }[] = []
    for (let i = 0; i < ROUNDS; i++) rounds.push({ ours: await cpuMs(ours), bare: await cpuMs(bare) })
    const commits = await ours.page.evaluate((n) => {
      const before = globalThis.benchCommits
      benchStep(n)
      return globalThis.benchCommits - before
    }, FRAMES)
    const alloc = await allocation(ours)
    const bareAlloc = await allocation(bare)
    const scripts = await traineeScripts()
    await ours.close()
    await bare.close()
    return {
      name: 'client',
      figures: {
        js_ratio: round(median(rounds.map((r) => r.ours / r.bare)), 2),
        js_ratio_best: round(
          Math.min(...rounds.map((r) => r.ours)) / Math.min(...rounds.map((r) => r.bare)),
          2,
        ),
        js_ms_per_frame: round(median(rounds.map((r) => r.ours)), 3),
        peer_bare_js_ms_per_frame: round(median(rounds.map((r) => r.bare)), 3),
        draw_calls: counts.calls / 2,
        triangles: counts.triangles / 2,
        peer_bare_draw_calls: bareCounts.calls / 2,
        react_commits_idle: commits / FRAMES,
        alloc_bytes_per_frame: alloc.bytes,
        peer_bare_alloc_bytes_per_frame: bareAlloc.bytes,
        trainee_js_gzip_kb: scripts.gzipKb,
        first_frame_ms: firstFrameMs,
      },
      baseline: 'a bare three.js loop drawing the very same meshes, in the same run',
      notes: [
        `${ROUNDS} interleaved rounds of ${FRAMES} frames after ${WARM_FRAMES}; js_ratio is the median of the rounds`,
        `most bytes a frame: ${alloc.most.join(', ')}; bare: ${bareAlloc.most.slice(0, 6).join(', ')}`,
        `scripts counted: ${scripts.files.join(', ')}`,
        'first_frame_ms on software rendering, localhost: only good for comparing with itself',
      ],
    }
  } finally {
    await browser.close()
    served.close()
  }
}

async function firstFrame(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  origin: string,
): Promise<number> {
  const { page, context } = await openPage(browser, origin)
  await page.goto('/ours.html', { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => {
    const { sightline } = window as { sightline?: SceneReport }
    return Number(sightline?.report()['frame'] ?? 0) > 0
  })
  const ms = await page.evaluate(() => performance.now())
  await context.close()
  return Math.round(ms)
}
