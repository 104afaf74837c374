import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawSeldom } from '../support/browser/draw-seldom.ts'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { comeIn, host } from '../support/company/come-in.ts'
import { watchingPage } from '../support/company/watching-page.ts'
import { createHeadsetPerson } from '../support/headset/headset-person.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'
import { Wearer } from '../support/headset/wearer.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { wordsOf } from '../support/training/document-words.ts'
import { createListPerson } from '../support/training/list-person.ts'
import { RECORDS, readStatements } from '../support/training/read-statements.ts'
import { trainingPage } from '../support/training/training-page.ts'

const words = wordsOf('pump-room')
const small = { viewport: { width: 240, height: 136 }, reducedMotion: 'reduce' as const }
const ANNS = 'personal-lock@1'
const BOS = 'personal-lock@2'
let browsers: Browser[]
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ clock: 'manual', env: RECORDS })
  // One each, as on devices of their own: pictures of one do not wait for those of another.
  browsers = await Promise.all([launchBrowser(), launchBrowser(), launchBrowser()])
}, 240_000)
afterAll(async () => {
  for (const browser of browsers) await browser.close()
  await server.stop()
})

/** Ann leads on a computer, Bo is the mechanic in a headset, Cas watches; they come in by the code that Ann shares. */
async function meet() {
  const [here, there, elsewhere] = browsers as [Browser, Browser, Browser]
  const anns = await openPage(here, server.http, small)
  const bos = await openPage(there, server.http, small)
  const cass = await openPage(elsewhere, server.http, small)
  for (const { page } of [anns, bos, cass]) await drawSeldom(page)
  await injectHeadset(bos.page)
  const code = await host(anns.page, { scenario: 'group-lockout', mode: 'guided', role: 'lead', name: 'Ann' })
  const ann = await trainingPage(anns.page, server, 8)
  await comeIn(bos.page, code, { name: 'Bo', as: 'Mechanic' })
  await comeIn(cass.page, code, { name: 'Cas', as: 'Watch' })
  const cas = await watchingPage(cass.page)
  await bos.page.getByRole('button', { name: 'Enter VR' }).click()
  await bos.page.waitForFunction(() => headsetDevice.activeSession !== undefined)
  await anns.page.getByRole('button', { name: 'I am ready' }).click()
  const bo = new Wearer(bos.page, server, 'controllers')
  const lead = createListPerson(ann, words)
  const mechanic = createHeadsetPerson(bo, words)
  const isAt = (whose: typeof ann | Wearer, step: string) =>
    whose.until(`on to ${step}`, (report) => report.step === step)
  return { anns, ann, lead, bos, bo, mechanic, cass, cas, isAt }
}
type Team = Awaited<ReturnType<typeof meet>>

async function lockOut({ ann, lead, bo, mechanic, cas, isAt }: Team) {
  await ann.until('both are ready', ({ phase }) => phase === 'running')
  await lead.act('press', 'sheet')
  await mechanic.goTo('lockbox')
  await mechanic.use('sheet')
  await isAt(ann, 'shut-down')
  await lead.act('press', 'stop-button')
  await isAt(ann, 'isolate-power')
  await lead.act('toggle', 'isolator')
  await mechanic.goTo('valve')
  await mechanic.use('valve')
  await isAt(ann, 'lock-power')
  await lead.take('job-lock-1')
  await cas.until('Cas sees the lock in a hand', ({ people }) =>
    people.some(({ name, holds }) => name === 'Ann' && holds.right === 'job-lock-1'),
  )
  await lead.put('job-lock-1', 'isolator')
  await lead.take('job-lock-2')
  await lead.put('job-lock-2', 'valve')
  await lead.take('job-key')
  await lead.put('job-key', 'box-inside')
  await lead.act('toggle', 'box')
  await isAt(ann, 'lock-box')
  await lead.take('box-lock')
  await lead.put('box-lock', 'box')

  await lead.take(ANNS)
  await lead.put(ANNS, 'box')
  await isAt(bo, 'own-lock-mechanic')
  await mechanic.goTo('station')
  await mechanic.take(BOS)
  await mechanic.goTo('lockbox')
  await mechanic.put(BOS, 'box')
  await mechanic.goTo('coupling')
  await isAt(bo, 'relieve')
  await mechanic.use('vent')
  await bo.until('no pressure is left', ({ entities }) => entities['gauge']?.state === 'zero')
  await isAt(ann, 'try-start')
  await lead.act('press', 'start-button')
  await isAt(ann, 'back-to-off')
  expect((await ann.report()).entities['pump']?.state).toBe('standstill')
  await lead.act('press', 'stop-button')
  await isAt(ann, 'confirm-lead')
  await lead.act('press', 'sheet')
  await mechanic.goTo('lockbox')
  await isAt(bo, 'confirm-mechanic')
  await mechanic.use('sheet')
}

async function changeGuard({ anns, ann, lead, bo, mechanic, cas, isAt }: Team) {
  await isAt(bo, 'remove-guard')
  await mechanic.goTo('coupling')
  await mechanic.take('guard-old')
  await isAt(ann, 'count-locks')
  await lead.lookAt('box')
  await ann.until('Ann accounts for everybody', ({ step }) => step === null)
  await mechanic.goTo('trolley')
  await mechanic.put('guard-old', 'trolley-right')
  await isAt(bo, 'fit-guard')
  await mechanic.take('guard-new')

  // From Bo's hand into Ann's, and back.
  await lead.act('reach', 'guard-new')
  await bo.until('Bo is told of the hand', ({ caption }) => caption.includes('Ann holds out a hand'))
  await mechanic.letGo()
  await ann.until('Ann has it', ({ hands }) => hands.right.holds === 'guard-new')
  await anns.page.getByText('Bo handed you New guard.').first().waitFor()
  const seen = await cas.until('Cas sees it in her hand', ({ people }) =>
    people.some(({ name, holds }) => name === 'Ann' && holds.right === 'guard-new'),
  )
  expect(seen.people.find(({ name }) => name === 'Bo')?.holds).toEqual({})
  await bo.until('it is seen there', ({ entities, hands }) => {
    return entities['guard-new']?.place === 'held' && hands.right.holds === null
  })
  await mechanic.use('guard-new')
  await lead.act('hand-over', 'guard-new')
  await bo.until('Bo has it again', ({ hands }) => hands.right.holds === 'guard-new')
  expect((await ann.report()).hands.right.holds).toBeNull()

  await mechanic.goTo('coupling')
  await mechanic.put('guard-new', 'coupling')
}

async function giveBack({ ann, lead, bo, mechanic, isAt }: Team) {
  await isAt(ann, 'check-area')
  await lead.lookAt('guard-new')
  await isAt(bo, 'shut-vent')
  await mechanic.use('vent')
  await isAt(bo, 'own-lock-off-mechanic')
  await mechanic.goTo('lockbox')
  await mechanic.take(BOS)
  await mechanic.goTo('station')
  await mechanic.put(BOS, 'peg@2')
  await isAt(ann, 'own-lock-off-lead')
  await lead.take(ANNS)
  await lead.put(ANNS, 'peg@1')
  await lead.take('box-lock')
  await lead.put('box-lock', 'hook-box')
  await lead.act('toggle', 'box')
  await isAt(ann, 'open-box')
  await lead.take('job-key')
  // The key stays in that hand; the locks come with the other.
  await lead.take('job-lock-1')
  await lead.put('job-lock-1', 'hook-1')
  await lead.take('job-lock-2')
  expect((await ann.report()).hands).toMatchObject({
    left: { holds: 'job-lock-2' },
    right: { holds: 'job-key' },
  })
  await lead.put('job-lock-2', 'hook-2')
  await lead.put('job-key', 'hook-key')
  await isAt(bo, 'water-on')
  await mechanic.goTo('coupling')
  await mechanic.goTo('valve')
  await mechanic.use('valve')
  await isAt(bo, 'stand-clear')
  await mechanic.goTo('clear')
  await isAt(ann, 'power-on')
  await lead.act('toggle', 'isolator')
  await isAt(ann, 'start')
  await lead.act('press', 'start-button')
}

test('RUN-16 RUN-18 RUN-20 TOG-3 TOG-9 XAPI-15 a lead at a computer and a mechanic in a headset lock out a pump, hand a part from hand to hand and give the pump back, while somebody watches', async () => {
  const team = await meet()
  const { anns, ann, bos, bo, cass, cas } = team
  await lockOut(team)
  await changeGuard(team)
  await giveBack(team)

  const end = await ann.until('it is over', ({ phase }) => phase === 'ended')
  expect(end.ended).toBe('handed-back')
  const there = await bo.until('it is over in the headset', ({ phase }) => phase === 'ended')
  expect(there).toMatchObject({ ended: 'handed-back', device: 'controllers' })
  await cas.until('it is over for who watches', ({ phase }) => phase === 'ended')
  await cass.page.getByText('This run is over.').waitFor()
  await anns.page.getByText('Passed', { exact: true }).waitFor()

  const [annsId, bosId, cassId] = await Promise.all([anns, bos, cass].map(({ page }) => personOf(page)))
  const told = async (person = '') =>
    (await readStatements(server))
      .filter(({ actor }) => actor.account.name === person)
      .map(({ verb, object }) => `${last(verb.id)} ${last(object.id)}`)
  const ends = ['completed', 'passed', 'terminated'].map((verb) => `${verb} group-lockout`)
  await expect.poll(() => told(annsId)).toEqual(expect.arrayContaining(ends))
  await expect.poll(() => told(bosId)).toEqual(expect.arrayContaining(ends))
  const [annsOwn, bosOwn] = [await told(annsId), await told(bosId)]
  expect(annsOwn).toEqual(
    expect.arrayContaining(['completed own-lock-lead', 'completed try-start', 'completed start']),
  )
  expect(bosOwn).toEqual(
    expect.arrayContaining(['completed own-lock-mechanic', 'completed relieve', 'completed fit-guard']),
  )
  expect(annsOwn).not.toContain('completed fit-guard')
  expect(bosOwn).not.toContain('completed start')
  expect(await told(cassId)).toEqual([])

  await anns.page.getByRole('link', { name: 'See the debrief' }).click()
  await cass.page.getByRole('link', { name: 'See the debrief' }).click()
  await bos.page.goto(`/debrief/${ann.session}`, { waitUntil: 'domcontentloaded' })
  const rows = async (page: Page) => {
    const table = page.getByRole('region', { name: 'The team' })
    await table.getByRole('cell', { name: 'Mechanic' }).waitFor()
    return (await table.getByRole('row').allInnerTexts()).slice(1).map((row) => row.split('\t'))
  }
  const asLead = ['Lead', '21', '0', '0', 'Passed']
  const asMechanic = ['Mechanic', '12', '0', '0', 'Passed']
  expect(await rows(anns.page)).toEqual([
    ['Ann (you)', ...asLead],
    ['Bo', ...asMechanic],
  ])
  expect(await rows(bos.page)).toEqual([
    ['Bo (you)', ...asMechanic],
    ['Ann', ...asLead],
  ])
  expect(await rows(cass.page)).toEqual([
    ['Ann', ...asLead],
    ['Bo', ...asMechanic],
  ])
  expect([anns, bos, cass].flatMap(({ seen }) => seen.problems)).toEqual([])
}, 480_000)

const last = (iri: string) => iri.split('/').at(-1) ?? ''

async function personOf(page: Page): Promise<string> {
  const me = (await (await page.request.get('/api/me')).json()) as { person: string }
  return me.person
}
