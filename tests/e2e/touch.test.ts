import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { accessibilityFaults } from '../support/training/accessibility.ts'
import { nameOf, topicText } from '../support/training/document-words.ts'
import { trainingPage } from '../support/training/training-page.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer({ clock: 'manual' })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('UI-41 on a phone: the stick walks, the list acts, every target is large enough', async () => {
  const { page, context, seen } = await openPage(browser, server.http, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  })
  await page.goto('/train/portable-extinguisher?mode=guided', { waitUntil: 'domcontentloaded' })
  const training = await trainingPage(page, server)
  const start = page.getByRole('button', { name: 'Start', exact: true })
  await start.waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await start.tap()
  const before = await training.until('the run begins', ({ phase }) => phase === 'running')
  expect(await accessibilityFaults(page)).toEqual([])

  // The knob pulled down: backwards. Far enough, then let go.
  const box = await boxOf(page.locator('.stick'))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4)
  await page.mouse.down()
  const z = before.head.position[2]
  await training.until('walked backwards', ({ head }) => head.position[2] > z + 0.3)
  await page.mouse.up()
  const stood = await training.pass(300)
  expect((await training.pass(600)).head.position).toEqual(stood.head.position)

  await page.getByRole('button', { name: 'Things around you', exact: true }).tap()
  for (const button of await page.locator('.mirror button:visible, .tools button:visible').all()) {
    const { width, height } = await boxOf(button)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.5)
  }
  await page.getByRole('button', { name: `Look at ${nameOf('waste-bin')}` }).tap()
  await training.until('the fire is sized up', ({ step }) => step === 'warn')
  await page.getByRole('button', { name: `${topicText('colleague', 'warn')}: ${nameOf('colleague')}` }).tap()
  await training.until('the colleague is warned', ({ step }) => step === 'raise-alarm')
  expect(seen.problems).toEqual([])
  await context.close()
})

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (!box) throw new Error('not on the screen')
  return box
}
