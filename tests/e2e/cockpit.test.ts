import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveView } from '#shared/live/view.ts'
import { drawSeldom } from '../support/browser/draw-seldom.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { Trainee } from '../support/run/trainee.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { accessibilityFaults } from '../support/training/accessibility.ts'

let browser: Browser
let server: RunningServer

beforeAll(async () => {
  ;[browser, server] = await Promise.all([launchBrowser(), startServer()])
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** An instructor's cockpit in a window, and two at work and one watching without any. */
async function meet() {
  const { page, seen } = await openPage(browser, server.http, {
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  await drawSeldom(page)
  const invite = /http\S+\/join\/#invite=\S+/.exec(server.log())?.[0] ?? ''
  await page.goto(invite, { waitUntil: 'domcontentloaded' })
  await page.getByText('Your invitation is accepted.').waitFor()
  const headers = { origin: server.http }
  const run = { scenario: 'group-lockout', mode: 'guided', as: 'instructor' }
  const begun = await page.request.post('/api/runs', { data: run, headers })
  const { session } = (await begun.json()) as { session: string }
  const shared = await page.request.post(`/api/runs/${session}/code`, { data: {}, headers })
  const { code } = (await shared.json()) as { code: string }
  await page.goto(`/live/${session}`, { waitUntil: 'domcontentloaded' })
  const comers = [
    ['Ann', { as: 'participant', role: 'lead' }],
    ['Bo', { as: 'participant', role: 'mechanic' }],
    ['Eve', { as: 'spectator' }],
  ] as const
  const people: Trainee[] = []
  for (const [name, coming] of comers) {
    const person = new Trainee(server.http)
    await person.call('PUT', '/api/me', { name })
    await person.call('POST', '/api/join', { code })
    await person.comeBack(session, coming)
    people.push(person)
  }
  const [ann, bo, eve] = people as [Trainee, Trainee, Trainee]
  for (const each of [ann, bo]) await each.act({ action: 'begin' }).answer
  return { page, seen, ann, bo, eve }
}

/** By Tab alone to what is called so; then a key. */
async function reach(page: Page, name: RegExp, key = 'Enter') {
  const tabs = 150
  for (let pressed = 0; pressed < tabs; pressed += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(focused.trim())) return page.keyboard.press(key)
  }
  throw new Error(`${name} is not reached by ${tabs} tabs`)
}

async function told(person: Trainee, what: string, holds: (live: LiveView) => boolean): Promise<LiveView> {
  for (let looks = 0; looks < 600; looks += 1) {
    const live = person.messages.live.at(-1)
    if (live && holds(live)) return live
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${what}: never told; last ${JSON.stringify(person.messages.live.at(-1))}`)
}

test('COCK-1 COCK-9 COCK-11 COCK-12 COCK-13 COCK-15 COCK-18 by keyboard alone an instructor sees who waits, asks, tells one person, moves the steps and pauses all', async () => {
  const { page, seen, ann, bo, eve } = await meet()
  await page.getByRole('heading', { name: 'Who waits for you' }).waitFor()
  await bo.room.request('live', { act: 'ask-help', on: true })
  await eve.room.request('live', { act: 'raise-hand', on: true })
  await page.getByText('Hand raised', { exact: true }).waitFor()
  expect(await page.getByRole('list', { name: 'Help wanted' }).innerText()).toContain('Brief each other')
  expect(await accessibilityFaults(page)).toEqual([])

  await reach(page, /^Help Bo$/)
  await told(bo, 'somebody helps', ({ help }) => help[0]?.helper !== null)
  await reach(page, /^Seen to: Eve$/)
  await told(eve, 'the hand is down', ({ hands }) => hands.length === 0)

  await reach(page, /^More: Bo$/)
  await reach(page, /^Tell Bo alone$/)
  await page.getByRole('dialog', { name: 'Tell Bo alone' }).waitFor()
  await page.keyboard.type('Read the sheet first.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const heard = (person: Trainee) =>
    person.messages.cues.flatMap(({ cues }) => cues).filter(({ kind }) => kind === 'privateHint').length
  await expect.poll(() => heard(bo), { timeout: 30_000 }).toBe(1)
  expect([heard(ann), heard(eve)]).toEqual([0, 0])
  await reach(page, /^Give Ann the lead$/).catch(async () => {
    await reach(page, /^More: Ann$/)
    await reach(page, /^Give Ann the lead$/)
  })
  const annId = ann.messages.welcome[0]?.person ?? ''
  await told(eve, 'Ann leads', ({ leader }) => leader === annId)
  await page.getByText('Ann leads', { exact: true }).first().waitFor()

  await reach(page, /^Question$/)
  await reach(page, /^Ask now$/)
  const { poll } = await told(eve, 'it is asked', ({ poll: asked }) => asked !== null)
  await eve.room.request('live', { act: 'answer', poll: poll?.n, option: poll?.options[0]?.id })
  await page.getByText('1 · 100 %').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await reach(page, /^Skip$/)
  const sure = page.getByRole('dialog', { name: 'Skip this step?' })
  await sure.waitFor()
  expect(
    await sure.getByRole('button', { name: 'Keep it' }).evaluate((button) => button.matches(':focus')),
  ).toBe(true)
  await page.keyboard.press('Enter')
  await sure.waitFor({ state: 'detached' })
  await reach(page, /^Take as done$/)
  await page.getByRole('listitem').filter({ hasText: 'Shut the pump down. now.' }).first().waitFor()
  await reach(page, /^Pause all$/)
  await told(bo, 'all are paused', ({ haltedBy }) => haltedBy !== null)
  await page.getByText('You have paused everybody').waitFor()
  await reach(page, /^Take as done$/)
  await page.getByRole('alert').getByText('That did not work: not at this moment.').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(seen.problems.filter((problem) => /^(uncaught|foreign)/.test(problem))).toEqual([])
}, 480_000)
