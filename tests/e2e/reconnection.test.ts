import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { startServer } from '../support/start-server.ts'
import { nameOf, topicText } from '../support/training/document-words.ts'
import { trainingPage } from '../support/training/training-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('UI-9 NET-2 NET-7 the server is killed and comes back: the page returns by itself, and what was done meanwhile is done', async () => {
  const before = await startServer({ clock: 'manual' })
  const { page, context, seen } = await openPage(browser, before.http)
  page.setDefaultTimeout(60_000)
  await page.goto('/train/portable-extinguisher?mode=guided', { waitUntil: 'domcontentloaded' })
  const training = await trainingPage(page, before)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await training.until('the run begins', ({ phase }) => phase === 'running')
  await page.getByRole('button', { name: `Look at ${nameOf('waste-bin')}` }).focus()
  await page.keyboard.press('Enter')
  await training.until('the fire is sized up', ({ step }) => step === 'warn')

  await before.kill9()
  await page.getByText('Connection lost. Reconnecting: nothing is lost.').waitFor()
  await page
    .getByRole('button', { name: `${topicText('colleague', 'warn')}: ${nameOf('colleague')}` })
    .focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 action is waiting').waitFor()

  const after = await startServer({ clock: 'manual', data: before.data, port: before.port })
  await page.getByText('Connection lost').waitFor({ state: 'detached' })
  const again = await trainingPage(page, after)
  expect(again.session).toBe(training.session)
  await again.until(
    'the colleague is warned',
    ({ step, entities }) => step === 'raise-alarm' && entities['colleague']?.state === 'leaving',
  )
  expect(
    seen.problems.filter((problem) => problem.startsWith('uncaught') || problem.startsWith('foreign')),
  ).toEqual([])
  expect(seen.requests.filter((url) => /ticket=|token=|_authToken/.test(url))).toEqual([])
  await context.close()
  await after.stop()
})
