import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EyesReport } from '#client/runtime/eyes/report.ts'
import { drawSeldom } from '../support/browser/draw-seldom.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { comeIn, host } from '../support/company/come-in.ts'
import { watchingPage } from '../support/company/watching-page.ts'
import type { WatchingReport } from '../support/company/watching-page.ts'
import { createHeadset } from '../support/headset/headset.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'

const small = { viewport: { width: 480, height: 270 }, reducedMotion: 'reduce' as const }
/** What poses lose from device to device (SHARE-10). */
const CODEC = { mm: 1.09, degrees: 0.35 }
let browsers: Browser[]
let server: RunningServer

beforeAll(async () => {
  server = await startServer()
  browsers = await Promise.all([launchBrowser(), launchBrowser(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await server.stop()
})

type Seen = WatchingReport & {
  live: { eyes: EyesReport } | null
  eye?: number[]
  origin?: { position: number[]; yaw: number }
}
const eyesOf = (report: unknown) => (report as Seen).live?.eyes

async function person(browser: Browser, prepare: (page: Page) => Promise<void> = async () => {}) {
  const { page } = await openPage(browser, server.http, small)
  await drawSeldom(page)
  await prepare(page)
  return page
}

/** Ann hosts and leads at a computer; Bo works with her and has a headset at hand; Cas only watches. */
async function meet() {
  const [here, there, elsewhere] = browsers as [Browser, Browser, Browser]
  const pages = {
    ann: await person(here),
    bo: await person(there, injectHeadset),
    cas: await person(elsewhere),
  }
  const run = { scenario: 'group-lockout', mode: 'practice', role: 'lead', name: 'Ann' }
  const code = await host(pages.ann, run)
  await comeIn(pages.bo, code, { name: 'Bo', as: 'Mechanic' })
  await comeIn(pages.cas, code, { name: 'Cas', as: 'Watch' })
  for (const page of [pages.ann, pages.bo]) await page.getByRole('button', { name: 'I am ready' }).click()
  const [ann, bo, cas] = await Promise.all(Object.values(pages).map((page) => watchingPage(page)))
  if (!ann || !bo || !cas) throw new Error('somebody is missing')
  for (const each of [ann, bo, cas])
    await each.until('the live scene is there', (now) => eyesOf(now) !== undefined)
  return { pages, ann, bo, cas }
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'radio' = 'button') {
  await page.getByRole(role, { name }).first().focus()
  await page.keyboard.press(role === 'radio' ? 'Space' : 'Enter')
}
const scene = (page: Page) => page.locator('canvas.room__scene')

/** Chooses in the page how to watch Ann. */
async function watchAnn(page: Page, way: RegExp) {
  await press(page, /Leading and watching/)
  await press(page, way, 'radio')
  await page.keyboard.press('Escape')
}

/** Ann walks or turns while so many of her frames are drawn. */
async function hold(page: Page, key: string, frames: number) {
  await scene(page).focus()
  await page.keyboard.down(key)
  await page.evaluate(
    (count) =>
      new Promise<void>((resolve) => {
        const step = () => ((count -= 1) < 0 ? resolve() : void requestAnimationFrame(step))
        step()
      }),
    frames,
  )
  await page.keyboard.up(key)
}

const apart = (a: readonly number[] = [], b: readonly number[] = []) =>
  1000 * Math.hypot(...[0, 1, 2].map((i) => (a[i] ?? 9) - (b[i] ?? -9)))
const turned = (a: readonly number[] = [], b: readonly number[] = []) =>
  (360 / Math.PI) *
  Math.acos(Math.min(1, Math.abs([0, 1, 2, 3].reduce((dot, i) => dot + (a[i] ?? 0) * (b[i] ?? 0), 0))))
const isAt = (seen: EyesReport['camera'], truth: EyesReport['own']) =>
  apart(seen?.position, truth.position) < CODEC.mm && turned(seen?.rotation, truth.rotation) < CODEC.degrees

test('EYES-2 EYES-3 EYES-4 EYES-20 EYES-22 EYES-40 EYES-50 EYES-62 EYES-63 who only watches looks through the eyes of who leads, steps aside and goes back in time; in a headset there is a window, and nobody but its wearer moves them', async () => {
  const { pages, ann, bo, cas } = await meet()
  await press(pages.ann, /Leading and watching/)
  await press(pages.ann, 'Take the lead')
  await pages.ann.keyboard.press('Escape')
  const own = async () => eyesOf(await ann.report())?.own ?? { position: [], rotation: [] }

  // Cas: exactly what Ann sees, wherever she goes.
  await watchAnn(pages.cas, /^Through their eyes/)
  const start = await own()
  await cas.until('Cas sees as Ann does', (now) => isAt(eyesOf(now)?.camera ?? null, start))
  await hold(pages.ann, 'KeyW', 12)
  await hold(pages.ann, 'ArrowRight', 12)
  const gone = await own()
  expect(apart(gone.position, start.position)).toBeGreaterThan(100)
  const there = await cas.until('Cas has gone along', (now) => isAt(eyesOf(now)?.camera ?? null, gone))
  expect(eyesOf(there)).toMatchObject({ way: 'eyes', drifted: false, behindMs: 0, camera: { fov: 70 } })
  await pages.ann.getByText('1 person watches you').waitFor()

  await hold(pages.cas, 'KeyD', 6)
  const aside = await cas.until('Cas stepped aside', (now) => eyesOf(now)?.drifted === true)
  expect(apart(eyesOf(aside)?.camera?.position, gone.position)).toBeLessThanOrEqual(501)
  await scene(pages.cas).press('Home')
  await cas.until('Cas is back', (now) => isAt(eyesOf(now)?.camera ?? null, gone))

  // Back to where Ann was before she went; the session goes on meanwhile.
  await press(pages.cas, '10 seconds back')
  await cas.until('Cas is in the past', (now) => (eyesOf(now)?.behindMs ?? 0) > 0)
  await pages.cas
    .getByText(/^−\d+ s$/)
    .first()
    .waitFor()
  await press(pages.cas, 'Back to live')
  await cas.until('Cas is back in the present', (now) => isAt(eyesOf(now)?.camera ?? null, gone))
  await press(pages.cas, 'Stop watching')
  const free = await cas.until('Cas moves on alone', (now) => eyesOf(now)?.way === 'free')
  expect(apart((free as Seen).eye, gone.position)).toBeLessThan(2)

  // Bo: eyes on the screen, a window in the headset.
  await watchAnn(pages.bo, /^Through their eyes/)
  await bo.until('Bo sees as Ann does', (now) => isAt(eyesOf(now)?.camera ?? null, gone))
  await press(pages.bo, /VR/)
  const headset = createHeadset(pages.bo)
  await pages.bo.waitForFunction(() => headsetDevice.activeSession !== undefined)
  const hung = await bo.until('the window hangs', (now) => (eyesOf(now)?.portal?.pictures ?? 0) > 1)
  const { origin } = hung as Seen
  expect(eyesOf(hung)).toMatchObject({ way: 'window', portal: { width: 1024, height: 576, leftOut: 0 } })
  expect(eyesOf(hung)?.portal?.calls).toBeLessThanOrEqual(100)
  await hold(pages.ann, 'KeyS', 12)
  await hold(pages.ann, 'ArrowLeft', 12)
  const later = await own()
  await headset.frames(4)
  const still = await bo.until(
    'the window has gone along',
    (now) => apart(eyesOf(now)?.camera?.position, later.position) < 20,
  )
  expect((still as Seen).origin).toEqual(origin)
  expect(eyesOf(still)?.portal?.at).toEqual(eyesOf(hung)?.portal?.at)
})
