import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

const words = wordsOf('pump-room')
const small = { viewport: { width: 240, height: 136 }, reducedMotion: 'reduce' as const }
const REMOVED = 'You were removed from this run.'
let browsers: Browser[]
let network: BadNetwork
let server: RunningServer

beforeAll(async () => {
  network = await startBadNetwork({ seed: 20_261_123 })
  server = await startServer({
    clock: 'manual',
    env: { PUBLIC_URL: `http://127.0.0.1:${network.port}` },
  })
  network.set({ toPort: server.port })
  // One each, as on devices of their own: pictures of one do not wait for those of another.
  browsers = await Promise.all([launchBrowser(), launchBrowser(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await network.close()
  await server.stop()
})

const unplug = () => {
  network.cut()
  network.reset()
}
const isOnline = async (page: Page) =>
  (await watchingPage(page)).until('online again', ({ status }) => status === 'online')

test('HOST-42 HOST-43 HOST-45 HOST-52 HOST-55 a line that is cut costs neither seat nor step nor what is in hand, for half a minute; another device takes over; who is removed stays out', async () => {
  const [here, there, elsewhere] = browsers as [Browser, Browser, Browser]
  const anns = await openPage(here, server.http, small)
  const bos = await openPage(there, `http://127.0.0.1:${network.port}`, small)
  const run = { scenario: 'group-lockout', mode: 'practice', role: 'lead', name: 'Ann' }
  const code = await host(anns.page, run)
  const ann = await trainingPage(anns.page, server, 8)
  await comeIn(bos.page, code, { name: 'Bo', as: 'Mechanic' })
  const bo = await trainingPage(bos.page, server, 8)
  for (const { page } of [anns, bos]) await page.getByRole('button', { name: 'I am ready' }).click()
  await ann.until('both are ready', ({ phase }) => phase === 'running')
  const lead = createListPerson(ann, words)
  const mechanic = createListPerson(bo, words)
  await lead.act('press', 'sheet')
  await mechanic.act('press', 'sheet')
  await ann.until('Ann goes on', ({ step }) => step === 'shut-down')
  await mechanic.take('guard-new')
  await ann.until('Ann sees it', ({ people }) => people[0]?.holds.right === 'guard-new')

  unplug()
  const lost = await ann.until('Bo is away', ({ people }) => people[0]?.away === true)
  expect(lost.people).toMatchObject([{ name: 'Bo', role: 'mechanic', holds: { right: 'guard-new' } }])
  await lead.act('press', 'stop-button')
  await ann.until('Ann goes on alone', ({ step }) => step === 'isolate-power')
  network.restore()
  await isOnline(bos.page)
  const back = await ann.until('Bo is back', ({ people }) => people[0]?.away === false)
  expect(back.people).toMatchObject([{ name: 'Bo', role: 'mechanic', holds: { right: 'guard-new' } }])
  const same = await bo.until('Bo goes on', ({ phase }) => phase === 'running')
  expect(same).toMatchObject({ step: 'isolate-water', hands: { right: { holds: 'guard-new' } } })

  unplug()
  await ann.until('Bo is away again', ({ people }) => people[0]?.away === true)
  const kept = await ann.pass(28_000, 40)
  expect(kept.people[0]?.holds).toEqual({ right: 'guard-new' })
  await ann.pass(2500, 10)
  const laidDown = await ann.until('it is laid down', ({ people }) => people[0]?.holds.right === undefined)
  expect(laidDown.entities['guard-new']?.place).toBe('rest')
  network.restore()
  await isOnline(bos.page)
  const empty = await bo.until('Bo goes on', ({ phase, paused }) => phase === 'running' && paused === null)
  expect(empty).toMatchObject({ step: 'isolate-water', hands: { right: { holds: null } } })

  await mechanic.take('guard-new')
  const lobby = await bos.context.newPage()
  await lobby.goto('/', { waitUntil: 'domcontentloaded' })
  await lobby.getByRole('button', { name: 'Use another device' }).click()
  const pairing = (await lobby.locator('.code-card__code').textContent()) ?? ''
  await lobby.close()
  const other = await openPage(elsewhere, server.http, small)
  await other.page.goto('/join', { waitUntil: 'domcontentloaded' })
  await other.page.getByLabel('Code').fill(pairing)
  await other.page.getByRole('button', { name: 'Join' }).click()
  await other.page.getByRole('link', { name: 'To the lobby' }).click()
  await other.page.getByRole('link', { name: 'Continue' }).click()
  await other.page.waitForURL(/run=/)
  await isOnline(other.page)
  const boElsewhere = await trainingPage(other.page, server, 8)
  expect(boElsewhere.session).toBe(ann.session)
  const taken = await boElsewhere.until(
    'it is in hand there',
    ({ hands }) => hands.right.holds === 'guard-new',
  )
  expect(taken).toMatchObject({ step: 'isolate-water' })
  await bos.page.getByText('You went on in another window or on another device').waitFor()
  await bos.context.close()
  await other.page.getByRole('button', { name: 'Go in' }).click()
  await createListPerson(boElsewhere, words).act('turn', 'valve')
  const closed = await ann.until('Bo works on', ({ entities }) => entities['valve']?.state === 'closed')
  expect(closed.people).toMatchObject([{ name: 'Bo', away: false, holds: { right: 'guard-new' } }])

  await lead.press(/^Who is here: 2/)
  await lead.press('Manage people')
  await lead.press('Remove Bo')
  await lead.press('Remove')
  await ann.until('Bo is gone', ({ people }) => people.length === 0)
  expect((await ann.report()).entities['guard-new']?.place).toBe('rest')
  await other.page.getByText(REMOVED).waitFor()
  await other.page.reload({ waitUntil: 'domcontentloaded' })
  await other.page.getByText(REMOVED).waitFor()
  await other.page.goto(`/join/${code}`, { waitUntil: 'domcontentloaded' })
  await other.page.getByRole('button', { name: 'Join' }).click()
  await other.page.getByText(REMOVED).waitFor()
  expect((await ann.pass(500)).people).toEqual([])

  const faults = [anns, bos, other].flatMap(({ seen }) => seen.problems)
  expect(faults.filter((problem) => /^(uncaught|foreign)/.test(problem))).toEqual([])
}, 480_000)
