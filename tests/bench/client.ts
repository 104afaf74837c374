import type { CDPSession, Page } from 'playwright-core'
import type { SceneReport } from '#client/debug/report.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'
import type { BenchResult } from '../support/runner/bench.ts'
import { buildPages } from './client-page/build-page.ts'
import { manualFrames } from './client-page/manual-frames.ts'
import { servePages } from './client-page/serve-pages.ts'
import { traineeScripts } from './client-page/trainee-scripts.ts'

const ROUNDS = 7
const WARM_FRAMES = 600
const FRAMES = 240

interface Measured {
  page: Page
  cdp: CDPSession
  close(): Promise<void>
}

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

async function open(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  origin: string,
  path: string,
): Promise<Measured> {
  const { page, context } = await openPage(browser, origin, { viewport: { width: 96, height: 54 } })
  await injectHeadset(page, { stereo: true })
  await page.addInitScript(manualFrames)
  await page.goto(path, { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(() => globalThis.bench !== undefined)
  await page.evaluate(() => bench.enter())
  await page.waitForFunction(
    () => headsetDevice.activeSession !== undefined && bench.stage.renderer.xr.isPresenting,
  )
  await page.evaluate(() => {
    headsetDevice.controllers.left?.position.set(-0.2, 1.2, -0.4)
    headsetDevice.controllers.right?.position.set(0.2, 1.2, -0.4)
    globalThis.benchManual = true
  })
  // Not by animation frames, which stand still now.
  await page.waitForFunction(() => globalThis.benchPending() > 0, undefined, { polling: 50 })
  await page.evaluate(() => benchStep(20))
  return { page, cdp: await page.context().newCDPSession(page), close: () => context.close() }
}

/** Draws of both eyes in one frame. */
function countDraws(page: Page) {
  return page.evaluate(() => {
    benchStep(3)
    const { calls, triangles } = bench.stage.renderer.info.render
    return { calls, triangles }
  })
}

async function warmUp(page: Page) {
  await page.evaluate((n) => {
    const draw = WebGL2RenderingContext.prototype
    for (const name of [
      'drawElements',
      'drawArrays',
      'drawElementsInstanced',
      'drawArraysInstanced',
      'drawRangeElements',
    ] as const)
      Object.assign(draw, { [name]() {} })
    benchStep(n)
  }, WARM_FRAMES)
}

async function cpuMs({ page, cdp }: Measured): Promise<number> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taskS = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const before = await taskS()
  await page.evaluate((n) => benchStep(n), FRAMES)
  return (((await taskS()) - before) * 1000) / FRAMES
}

async function allocation({ page, cdp }: Measured): Promise<{ bytes: number; most: string[] }> {
  await cdp.send('HeapProfiler.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.startSampling', {
    samplingInterval: 1024,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  await page.evaluate((n) => benchStep(n), FRAMES)
  const { profile } = await cdp.send('HeapProfiler.stopSampling')
  const byFunction = new Map<string, number>()
  let bytes = 0
  const visit = (node: typeof profile.head) => {
    bytes += node.selfSize
    const name = node.callFrame.functionName || '(anonymous)'
    byFunction.set(name, (byFunction.get(name) ?? 0) + node.selfSize)
    node.children.forEach(visit)
  }
  visit(profile.head)
  const most = [...byFunction].sort((a, b) => b[1] - a[1]).slice(0, 14)
  return {
    bytes: Math.round(bytes / FRAMES),
    most: most.map(([name, size]) => `${name} ${Math.round(size / FRAMES)}`),
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

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
