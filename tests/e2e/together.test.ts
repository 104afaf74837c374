import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawSeldom } from '../support/browser/draw-seldom.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { comeIn, host } from '../support/company/come-in.ts'
import { watchingPage } from '../support/company/watching-page.ts'
import type { BadNetwork } from '../support/network/bad-network.ts'
import { startBadNetwork } from '../support/network/bad-network.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { wordsOf } from '../support/training/document-words.ts'
import { createListPerson } from '../support/training/list-person.ts'
import { trainingPage } from '../support/training/training-page.ts'
import type { TrainingPage } from '../support/training/training-page.ts'

const words = wordsOf('pump-room')
const small = { viewport: { width: 240, height: 136 }, reducedMotion: 'reduce' as const }
const far = { delayMs: 110, jitterMs: 0, loss: 0 }
/** There and back on Bo's line. */
const ROUND_TRIP_MS = 2 * far.delayMs
const REMOVED = 'You were removed from this run.'
const LOCKED = 'The room is locked: nobody new comes in.'
let browsers: Browser[]
let network: BadNetwork
let server: RunningServer

beforeAll(async () => {
  network = await startBadNetwork({ seed: 20_261_124, up: far, down: far })
  server = await startServer({
    clock: 'manual',
    env: { PUBLIC_URL: `http://127.0.0.1:${network.port}` },
  })
  network.set({ toPort: server.port })
  browsers = await Promise.all([launchBrowser(), launchBrowser(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await network.close()
  await server.stop()
})

/** Lets session time pass until it is so on the page. */
async function see({ page, pass }: TrainingPage, what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let rounds = 0; !(await isSo()); rounds += 1) {
    if (rounds === 200) throw new Error(`${what}: never so on\n${await page.locator('body').innerText()}`)
    await pass(50, 2)
  }
}

/** Ann leads, Bo is the mechanic at the end of a long line, Cas watches; all came in by the code that Ann shares. */
async function meet() {
  const [here, there, elsewhere] = browsers as [Browser, Browser, Browser]
  const anns = await openPage(here, server.http, small)
  const bos = await openPage(there, `http://127.0.0.1:${network.port}`, small)
  const cass = await openPage(elsewhere, server.http, small)
  for (const { page } of [anns, bos, cass]) await drawSeldom(page)
  const run = { scenario: 'group-lockout', mode: 'practice', role: 'lead', name: 'Ann' }
  const code = await host(anns.page, run)
  const ann = await trainingPage(anns.page, server, 8)
  await comeIn(bos.page, code, { name: 'Bo', as: 'Mechanic' })
  await comeIn(cass.page, code, { name: 'Cas', as: 'Watch' })
  const bo = await trainingPage(bos.page, server, 8)
  await watchingPage(cass.page)
  for (const { page } of [anns, bos]) await page.getByRole('button', { name: 'I am ready' }).click()
  await ann.until('both are ready', ({ phase }) => phase === 'running')
  const lead = createListPerson(ann, words)
  const mechanic = createListPerson(bo, words)
  const roster = anns.page.getByRole('dialog', { name: 'People and progress' })
  const rowOf = (name: string) =>
    roster.getByRole('listitem').filter({ has: anns.page.getByText(name, { exact: true }) })
  const shows = (name: string, text: string) =>
    see(ann, `${name}: ${text}`, () => rowOf(name).getByText(text).first().isVisible())
  return { there, code, anns, ann, lead, bos, bo, mechanic, cass, roster, rowOf, shows }
}

test('UI-51 TOG-2 TOG-3 TOG-10 LIVE-4 HOST-43 HOST-50 HOST-53 ROOM-36 the host sees who is at which step over which line; two swap roles; one is muted, then removed for good; who watched gets the role; a locked room lets nobody in', async () => {
  const { there, code, anns, ann, lead, bos, bo, mechanic, cass, roster, rowOf, shows } = await meet()

  await lead.press(/^Who is here: 3/)
  await lead.press('Manage people')
  await shows('Ann (you)', 'Brief each other')
  await shows('Bo', 'Mechanic')
  await shows('Bo', 'Brief each other')
  expect(await roster.getByText('1 person is watching').count()).toBe(1)
  await mechanic.act('press', 'sheet')
  await shows('Bo', 'nothing due')
  const line = async (name: string) => rowOf(name).locator('.roster__line').innerText()
  const roundTrip = async (name: string) => Number(/(\d+) ms/.exec(await line(name))?.[1] ?? -1)
  await see(ann, 'how long the line is', async () => (await roundTrip('Bo')) >= ROUND_TRIP_MS)
  expect(await line('Bo')).toMatch(/slow|unsteady/)
  await see(ann, 'the own line', async () => (await roundTrip('Ann (you)')) >= 0)
  expect(await roundTrip('Ann (you)')).toBeLessThan(ROUND_TRIP_MS)

  await anns.page.keyboard.press('Escape')
  await anns.page.locator('dialog').waitFor({ state: 'detached' })
  await lead.press('Hand over my role')
  await anns.page.getByRole('button', { name: 'Offer it' }).click()
  await see(ann, 'the offer', () => bos.page.getByText('Ann offers you the role: Lead.').first().isVisible())
  expect((await bo.report()).people).toMatchObject([{ name: 'Ann', role: 'lead' }])
  await mechanic.press('Take the role')
  // The mechanic had signed: what was done in a role counts for whoever has it.
  const swapped = await ann.until('Ann has nothing to do', ({ step }) => step === null)
  expect(swapped.people).toMatchObject([{ name: 'Bo', role: 'lead' }])
  await anns.page.getByText('Your role now: Mechanic.').first().waitFor()
  const boLeads = await bo.until('Bo has what was due for the lead', ({ step }) => step === 'brief-crew')
  expect(boLeads.people).toMatchObject([{ name: 'Ann', role: 'mechanic' }])

  await lead.press('Manage people')
  await lead.press('Mute Bo')
  await shows('Bo', 'Lead · muted')
  await bos.page.getByText('You were muted.').first().waitFor()
  await lead.press('Remove Bo')
  await lead.press('Remove')
  await ann.until('Bo is gone', ({ people }) => people.length === 0)
  await bos.page.getByText(REMOVED).waitFor()
  await bos.page.goto(`/join/${code}`, { waitUntil: 'domcontentloaded' })
  await bos.page.getByRole('alert').getByText(REMOVED).waitFor()
  expect((await ann.pass(500)).people).toEqual([])

  await cass.page.getByRole('button', { name: 'Raise your hand' }).click()
  await shows('Cas', 'hand raised')
  await lead.press('Give Cas a role')
  await anns.page.getByRole('radio', { name: /^Lead/ }).check()
  await lead.press('Give this role')
  await see(ann, 'Cas is on the way', async () => cass.page.url().includes('/train/'))
  const cas = await trainingPage(cass.page, server, 8)
  expect(cas.session).toBe(ann.session)
  await cass.page.getByRole('button', { name: 'Go in' }).click()
  await createListPerson(cas, words).act('press', 'sheet')
  await ann.until('Cas leads on', ({ step }) => step === 'isolate-water')
  expect((await ann.report()).people).toMatchObject([{ name: 'Cas', role: 'lead', away: false }])
  await shows('Cas', 'Shut the pump down')

  const dees = await openPage(there, server.http, small)
  await dees.page.goto(`/join/${code}`, { waitUntil: 'domcontentloaded' })
  const inside = dees.page.getByRole('region', { name: 'Already here' })
  await inside.waitFor()
  const already = await inside.getByRole('listitem').allInnerTexts()
  expect(already.toSorted()).toEqual(['Ann\nMechanic', 'Cas\nLead'])
  await dees.page.getByRole('radio', { name: /^Watch/ }).check()
  const lock = roster.getByRole('switch', { name: 'Lock the room' })
  await lock.click()
  await see(ann, 'the room is locked', () => lock.isChecked())
  await dees.page.getByRole('button', { name: 'Go in' }).click()
  await dees.page.getByRole('alert').getByText(LOCKED).waitFor()
  expect(dees.page.url()).toContain('/join/')
  await lock.click()
  await see(ann, 'the room is open again', async () => !(await lock.isChecked()))
  await dees.page.getByRole('button', { name: 'Go in' }).click()
  await dees.page.waitForURL(/\/live\//)
  await see(ann, 'Dee is counted', () => roster.getByText('1 person is watching').isVisible())

  const faults = [anns, bos, cass, dees].flatMap(({ seen }) => seen.problems)
  expect(faults.filter((problem) => /^(uncaught|foreign)/.test(problem))).toEqual([])
}, 480_000)
