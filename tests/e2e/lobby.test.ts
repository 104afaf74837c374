import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { accessibilityFaults } from '../support/training/accessibility.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer({ clock: 'manual' })])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('UI-40 the lobby and its dialogs have no accessibility fault, by day and by night, on a phone and a desk', async () => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 1280]) {
      const { page, context, seen } = await openPage(browser, server.http, {
        colorScheme,
        viewport: { width, height: 720 },
      })
      await page.goto('/', { waitUntil: 'domcontentloaded' })
      await page.getByRole('button', { name: 'Start training' }).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await page.getByRole('button', { name: 'Settings' }).click()
      await page.getByRole('dialog', { name: 'Settings' }).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      expect(seen.problems).toEqual([])
      await context.close()
    }
})

test('UI-22 the lobby speaks Spanish when the person does, and changes when asked', async () => {
  const { page, context } = await openPage(browser, server.http, { locale: 'es-ES' })
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await page.getByRole('button', { name: 'Empezar' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  await page.getByLabel('Idioma').selectOption('en')
  await page.getByRole('button', { name: 'Start training' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await context.close()
})

test('UI-1 the exam is locked and says why; what does not exist says what does', async () => {
  const { page, context, seen } = await openPage(browser, server.http)
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  expect(await page.getByRole('radio', { name: /Exam.*link from your instructor/ }).isDisabled()).toBe(true)
  const asks = [
    ['/train/portable-extinguisher?mode=exam', 'The exam needs an invitation', 'Guided'],
    ['/train/portable-extinguisher?mode=nonsense', 'There is no mode “nonsense” here', 'Practice'],
    [
      '/train/portable-extinguisher?version=9.9.9',
      'Version 9.9.9 is not installed',
      'Use a portable extinguisher',
    ],
    ['/train/nowhere', 'There is no such scenario', 'Use a portable extinguisher'],
  ] as const
  for (const [address, title, link] of asks) {
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    await page.getByRole('heading', { name: title }).waitFor()
    expect(await page.getByRole('link', { name: link }).isVisible()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  expect(seen.problems.filter((problem) => !problem.includes('404'))).toEqual([])
  await context.close()
})

test('UI-2 a run that was left goes on from the lobby, on this device and on a paired one', async () => {
  const first = await openPage(browser, server.http)
  await first.page.goto('/', { waitUntil: 'domcontentloaded' })
  await first.page.getByLabel('Your name').fill('Ada')
  await first.page.getByRole('button', { name: 'Start training' }).click()
  await first.page.waitForURL(/run=/)
  const run = new URL(first.page.url()).searchParams.get('run')
  await first.page.goto('/', { waitUntil: 'domcontentloaded' })
  expect(await first.page.getByLabel('Your name').inputValue()).toBe('Ada')
  expect(await first.page.getByRole('link', { name: 'Continue' }).getAttribute('href')).toContain(
    `run=${run}`,
  )

  await first.page.getByRole('button', { name: 'Use another device' }).click()
  const dialog = first.page.getByRole('dialog', { name: 'Continue on another device' })
  const code = (await dialog.locator('.code-card__code').textContent()) ?? ''
  expect(await accessibilityFaults(first.page)).toEqual([])

  const second = await openPage(browser, server.http, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  })
  await second.page.goto('/join', { waitUntil: 'domcontentloaded' })
  await second.page.getByLabel('Code').fill('000000')
  await second.page.getByRole('button', { name: 'Join' }).tap()
  await second.page.getByRole('alert').waitFor()
  await second.page.getByLabel('Code').fill(code.toLowerCase())
  expect(await accessibilityFaults(second.page)).toEqual([])
  await second.page.getByRole('button', { name: 'Join' }).tap()
  await second.page.getByRole('link', { name: 'To the lobby' }).tap()
  await second.page.getByRole('link', { name: 'Continue' }).tap()
  await second.page.waitForURL((url) => url.searchParams.get('run') === run)
  expect([
    ...first.seen.problems,
    ...second.seen.problems.filter((problem) => !problem.includes('404')),
  ]).toEqual([])
  await Promise.all([first.context.close(), second.context.close()])
})
