import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawSeldom } from '../support/browser/draw-seldom.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { comeIn, host } from '../support/company/come-in.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'
import type { Report } from '../support/headset/wearer.ts'
import { Wearer } from '../support/headset/wearer.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { trainingPage } from '../support/training/training-page.ts'

const small = { viewport: { width: 480, height: 270 }, reducedMotion: 'reduce' as const }
let browsers: Browser[]
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ clock: 'manual' })
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await server.stop()
})

/** What the scene says of showing where, and of the headset's panel. */
interface Shown {
  guide: {
    guide: string | null
    gaze: { opacity: number }
    ghosts: { of: string | null; shown: number }
    pings: string[]
    lookHere: number[] | null
    summons: boolean
    arrow: boolean
  }
  panel: null | {
    open: string | null
    strip: string[]
    sheet: string[]
    buttons: Record<string, [number, number, number]>
  }
}
const shown = (report: unknown) => (report as { live: Shown | null }).live

/** Ann hosts and leads on a computer, Bo follows in a headset. */
async function meet() {
  const [here, there] = browsers as [Browser, Browser]
  const anns = await openPage(here, server.http, small)
  const bos = await openPage(there, server.http, small)
  for (const { page } of [anns, bos]) await drawSeldom(page)
  await injectHeadset(bos.page)
  const code = await host(anns.page, { scenario: 'group-lockout', mode: 'guided', role: 'lead', name: 'Ann' })
  const ann = await trainingPage(anns.page, server)
  await comeIn(bos.page, code, { name: 'Bo', as: 'Mechanic' })
  await bos.page.getByRole('button', { name: 'Enter VR' }).click()
  await bos.page.waitForFunction(() => headsetDevice.activeSession !== undefined)
  await anns.page.getByRole('button', { name: 'I am ready' }).click()
  const bo = new Wearer(bos.page, server, 'controllers')
  await ann.until('both are ready', ({ phase }) => phase === 'running')
  return { anns, ann, bos, bo }
}

/** Presses a button of the panel with a ray. */
async function press(bo: Wearer, id: string) {
  const { panel } =
    shown(await bo.until(`the button ${id}`, (now) => shown(now)?.panel?.buttons[id] !== undefined)) ?? {}
  const at = panel?.buttons[id]
  if (!at) throw new Error(`no button ${id}`)
  await bo.look(at)
  await bo.point('right', at)
  await bo.click('right')
}

test('GUIDE-13 GUIDE-15 GUIDE-16 GUIDE-20 GUIDE-40 GUIDE-41 GUIDE-42 GUIDE-47 one in a headset is shown where by who leads, comes when called by their own press alone, copies hands, and points back', async () => {
  const { anns, ann, bos, bo } = await meet()
  const line = (text: string) => (now: Report) => shown(now)?.panel?.strip[0]?.includes(text) === true
  await bo.until('the line', line('Nobody leads'))
  await anns.page.getByRole('button', { name: 'Leading and watching' }).click()
  await anns.page.getByRole('button', { name: 'Take the lead' }).click()
  await bo.until('Ann leads', line('Ann leads · your view is shared'))
  await bo.until('the ring where Ann looks', (now) => (shown(now)?.guide.gaze.opacity ?? 0) > 0.5)

  await anns.page.getByRole('button', { name: 'Call all here' }).click()
  await anns.page.keyboard.press('Escape')
  const { origin } = await bo.report()
  await anns.page.locator('canvas.room__scene').focus()
  await anns.page.keyboard.press('t')
  await bo.until('the ping', (now) => shown(now)?.guide.pings[0] === 'Ann')
  await anns.page.keyboard.press('y')
  await bo.until('look here', (now) => shown(now)?.guide.lookHere?.length === 3)
  await bo.look([0, 1.6, 9])
  await bo.until('the arrow', (now) => shown(now)?.guide.arrow === true)

  const called = await bo.until('called', (now) => shown(now)?.panel?.strip[1] === 'Ann asks you to come')
  expect(called.origin).toEqual(origin)
  expect(shown(called)?.panel?.open).toBe(null)
  await press(bo, 'open')
  await press(bo, 'answer 0')
  const annAt = (await ann.report()).head.position
  const come = await bo.until(
    'come',
    ({ head }) => Math.hypot(head.position[0] - annAt[0], head.position[2] - annAt[2]) < 0.5,
  )
  expect(come.origin).not.toEqual(origin)
  expect(shown(come)?.panel?.open).toBe(null)

  await press(bo, 'open')
  await press(bo, 'tab watch')
  await press(bo, 'way ghost')
  await bo.until('Ann’s hands', (now) => (shown(now)?.guide.ghosts.shown ?? 0) === 1)

  await press(bo, 'open')
  await press(bo, 'tab show')
  await press(bo, 'hand')
  await bo.until('the hand is up', (now) => shown(now)?.panel?.sheet.includes('[Lower your hand]*') === true)
  await press(bo, 'ping')
  // To where the panel is not before it.
  await bo.point('right', [-3, 1.4, 2])
  await bo.click('right')
  await ann.until('Bo points', (now) => shown(now)?.guide.pings.includes('Bo') === true)
  expect(anns.seen.problems).toEqual([])
  expect(bos.seen.problems).toEqual([])
}, 400_000)
