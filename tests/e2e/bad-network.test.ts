import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { startBadNetwork } from '../support/network/bad-network.ts'
import { startServer } from '../support/start-server.ts'
import { nameOf, topicText } from '../support/training/document-words.ts'
import { trainingPage } from '../support/training/training-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('NET-2 NET-7 NET-10 a bad network that is cut, restored and reset loses nothing that was done', async () => {
  const network = await startBadNetwork({ seed: 20_261_123 })
  const address = `http://127.0.0.1:${network.port}`
  const server = await startServer({ clock: 'manual', env: { PUBLIC_URL: address } })
  network.set({ toPort: server.port })
  const { page, context, seen } = await openPage(browser, address)
  page.setDefaultTimeout(60_000)
  await page.goto('/train/portable-extinguisher?mode=guided', { waitUntil: 'domcontentloaded' })
  const training = await trainingPage(page, server)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const bad = { delayMs: 25, jitterMs: 50, loss: 0.05 }
  network.set({ up: bad, down: bad })
  await training.until('the run begins', ({ phase }) => phase === 'running')

  network.cut()
  await page.getByRole('button', { name: `Look at ${nameOf('waste-bin')}` }).focus()
  await page.keyboard.press('Enter')
  const { session } = training
  await server.advance({ session, toTick: (await training.report()).tick + 20 })
  expect((await training.report()).step).not.toBe('warn')
  network.restore()
  await training.until('the fire is sized up', ({ step }) => step === 'warn')

  network.reset()
  await page
    .getByRole('button', { name: `${topicText('colleague', 'warn')}: ${nameOf('colleague')}` })
    .focus()
  await page.keyboard.press('Enter')
  await training.until(
    'the colleague is warned',
    ({ step, entities }) => step === 'raise-alarm' && entities['colleague']?.state === 'leaving',
  )
  expect(
    seen.problems.filter((problem) => problem.startsWith('uncaught') || problem.startsWith('foreign')),
  ).toEqual([])
  await context.close()
  await network.close()
  await server.stop()
})
