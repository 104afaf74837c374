import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'
import type { Tracked } from '../support/headset/headset.ts'
import { Wearer } from '../support/headset/wearer.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ clock: 'manual' })
  browser = await launchBrowser()
}, 240_000)

afterAll(async () => {
  await browser.close()
  await server.stop()
})

async function putOn(tracked: Tracked) {
  const { page, context, seen } = await openPage(browser, server.http, {
    viewport: { width: 480, height: 270 },
  })
  await injectHeadset(page)
  await page.goto('/train/portable-extinguisher?mode=guided', { waitUntil: 'domcontentloaded' })
  await page.getByRole('button', { name: /VR/ }).click()
  const wearer = new Wearer(page, server, tracked)
  await page.waitForFunction(() => headsetDevice.activeSession !== undefined)
  if (tracked === 'hands') {
    await wearer.headset.use('hand')
    await wearer.headset.frames(6)
  }
  await wearer.until('running', ({ phase }) => phase === 'running')
  return { page, context, seen, wearer }
}

const fire = [-1.65, 0.25, -2.05] as const
const byTheFire = [-0.14, -0.06] as const

test.each(['controllers', 'hands'] as const)(
  'a guided run is passed in a headset with %s',
  async (tracked) => {
    const { context, seen, wearer } = await putOn(tracked)

    await wearer.look(fire)
    await wearer.until('assessed', ({ step }) => step !== 'assess')

    const { entities } = await wearer.report()
    const [x, , z] = entities['colleague']?.position ?? [0, 0, 0]
    await wearer.point('right', [x, 1.3, z])
    await wearer.click('right')
    await wearer.until('colleague warned', (now) => now.entities['colleague']?.state === 'leaving')

    await wearer.goTo(0.95, 1.75)
    // On the way out the colleague walks between this person and the call point.
    await wearer.until('colleague outside', (now) => (now.entities['colleague']?.position[2] ?? 0) > 3.2, 1)
    await wearer.point('right', [0.95, 1.4, 2.47])
    await wearer.click('right')
    await wearer.until('alarm raised', (now) => now.entities['call-point']?.state === 'pressed')
    await wearer.until('to take', ({ step }) => step === 'take')

    await wearer.goTo(2.0, 0.75)
    await wearer.point('right', [2.86, 0.85, 0.7])
    await wearer.click('right')
    await wearer.until(
      'extinguisher in hand',
      ({ hands, step }) => hands.right.holds === 'ext-abc' && step === 'stand',
    )

    await wearer.goTo(...byTheFire)
    await wearer.look(fire)
    await wearer.until('stands right', ({ step }) => step === 'pull-pin')

    const pin = (await wearer.report()).entities['ext-abc.pin']?.position ?? fire
    await wearer.point('left', [pin[0], pin[1] + 0.01, pin[2]], [pin[0], pin[1] + 0.06, pin[2]])
    expect((await wearer.report()).hands.left.hovers).toBe('ext-abc.pin')
    await wearer.click('left')
    await wearer.until('pin out', (now) => now.entities['ext-abc.pin']?.state === 'pulled')

    await wearer.point('right', fire)
    await wearer.until('aimed', ({ step }) => step === 'squeeze' || step === 'sweep')
    await wearer.squeeze('right', 1)
    for (let i = 0; i < 24 && (await wearer.report()).signals['fire.out'] !== 1; i++) {
      const aside = i % 2 === 0 ? 0.26 : -0.26
      await wearer.point('right', [fire[0] + aside * 0.8, fire[1], fire[2] - aside * 0.6])
      await wearer.pass(8)
    }
    await wearer.squeeze('right', 0)
    await wearer.until('fire out', ({ step }) => step === 'watch')

    await wearer.goTo(0.35, 0.45)
    await wearer.look(fire)
    await wearer.until('watched', ({ step }) => step === 'leave', 10)

    await wearer.goTo(1.8, 1.9)
    await wearer.goTo(1.8, 3.6)
    await wearer.until('outside', ({ step }) => step === 'report')
    const there = (await wearer.report()).entities['colleague']?.position ?? [0, 0, 0]
    await wearer.look([there[0], 1.3, there[2]])
    await wearer.point('left', [there[0], 1.3, there[2]])
    await wearer.click('left')
    const end = await wearer.until('ended', ({ phase }) => phase === 'ended')

    expect(end).toMatchObject({ ended: 'extinguished', device: tracked })
    expect(seen.problems).toEqual([])
    await context.close()
  },
  240_000,
)

test('the headset taken off pauses, and the button in the world goes on', async () => {
  const { context, seen, wearer } = await putOn('controllers')
  await wearer.headset.visibility('hidden')
  let report = await wearer.report()
  for (let i = 0; i < 40 && report.phase !== 'paused'; i++) report = await wearer.pass(1)
  expect(report).toMatchObject({ phase: 'paused', paused: 'headset-off' })

  await wearer.headset.visibility('visible')
  await wearer.headset.frames(4)
  report = await wearer.report()
  expect(report.panel).toContain('[Continue]')
  await wearer.look(report.panelPosition)
  report = await wearer.report()
  // The one button stands at the lower left of the panel.
  const [x, y, z] = report.panelPosition
  const right = [report.head.position[2] - z, x - report.head.position[0]] as const
  const far = Math.hypot(...right)
  await wearer.point('right', [x - (right[0] / far) * 0.26, y - 0.232, z - (right[1] / far) * 0.26])
  expect((await wearer.report()).hands.right.hovers).toBe('panel')
  await wearer.click('right')
  await wearer.until('running again', ({ phase }) => phase === 'running')
  expect(seen.problems).toEqual([])
  await context.close()
}, 240_000)
