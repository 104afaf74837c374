import type { CDPSession, Page } from 'playwright-core'
import type { launchBrowser } from '../../support/browser/launch-browser.ts'
import type { SceneReport } from '#client/debug/report.ts'
import type { PersonReport } from '#client/runtime/others.ts'
import { openPage } from '../../support/browser/open-page.ts'
import { injectHeadset } from '../../support/headset/inject-headset.ts'
import { manualFrames } from './manual-frames.ts'

export const WARM_FRAMES = 600
export const FRAMES = 240

export interface Measured {
  page: Page
  cdp: CDPSession
  close(): Promise<void>
}

export async function open(
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
  await page.waitForFunction(() => {
    const { sightline } = window as { sightline?: SceneReport }
    const people = sightline?.report()['people'] as PersonReport[] | undefined
    return people?.every(({ head }) => head !== null) === true
  })
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
export function countDraws(page: Page) {
  return page.evaluate(() => {
    benchStep(3)
    const { calls, triangles } = bench.stage.renderer.info.render
    return { calls, triangles }
  })
}

export async function warmUp(page: Page) {
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

export async function cpuMs({ page, cdp }: Measured): Promise<number> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const taskS = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const before = await taskS()
  await page.evaluate((n) => benchStep(n), FRAMES)
  return (((await taskS()) - before) * 1000) / FRAMES
}

export async function allocation({ page, cdp }: Measured): Promise<{ bytes: number; most: string[] }> {
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

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
