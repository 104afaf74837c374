import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { listen } from '../support/training/listen.ts'
import {
  mistakeText,
  nameOf,
  scenarioDocument,
  spotName,
  topicText,
} from '../support/training/document-words.ts'
import { RECORDS, readStatements } from '../support/training/read-statements.ts'
import { trainingPage } from '../support/training/training-page.ts'

const ADMIN = 'e2e-admin-token-0123456789'
let browser: Browser
let server: RunningServer

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer({ clock: 'manual', env: { ...RECORDS, SIGHTLINE_ADMIN_TOKEN: ADMIN } })
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const address = (mode: string) => `/train/portable-extinguisher?mode=${mode}`
const begin = async (page: Page, mode: string) => {
  page.setDefaultTimeout(40_000)
  await page.goto(address(mode), { waitUntil: 'domcontentloaded' })
  const training = await trainingPage(page, server)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await training.until('the run begins', ({ phase }) => phase === 'running')
  return training
}
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}
/** With water in the hand: warns, raises the alarm, and sprays at the live coffee machine. */
async function sprayWaterOnLiveAppliance(page: Page, training: Awaited<ReturnType<typeof trainingPage>>) {
  await press(page, `${topicText('colleague', 'warn')}: ${nameOf('colleague')}`)
  await training.until('the colleague leaves', ({ entities }) => entities['colleague']?.state === 'leaving')
  await press(page, `Press: ${nameOf('call-point')}`)
  await training.until('the alarm sounds', ({ signals }) => signals['alarm.on'] === 1)
  await press(page, spotName('middle'))
  await training.pass(4000)
  await press(page, /^Pull the pin/)
  await training.pass(500)
  await press(page, `Aim at ${nameOf('coffee-machine')}`)
  await training.pass(1000)
  await press(page, 'Squeeze the lever')
  return training.until('the run is over', ({ phase }) => phase === 'ended')
}

test('UI-7 water on the live appliance: the mistake is explained, its consequence plays out, and both are on record', async () => {
  const { page, context, seen } = await openPage(browser, server.http)
  const heard = listen(page)
  const training = await begin(page, 'practice')
  await press(page, `Pick up: ${nameOf('ext-water')}`)
  await training.until('water is in the hand', ({ hands }) => hands.right.holds === 'ext-water')
  await page.getByText(mistakeText('took-water')).first().waitFor()
  // The same ear that hears nothing in the exam.
  expect(feedbackOfScenario().filter((text) => heard.frames.join('').includes(text))).not.toEqual([])
  await press(page, 'Understood')
  expect(await page.locator('.mistake').count()).toBe(0)

  const end = await sprayWaterOnLiveAppliance(page, training)
  expect(end.ended).toBe('shocked')
  await page.getByText('Not passed').waitFor()
  await page.getByRole('link', { name: 'See the debrief' }).click()
  const listed = page.getByRole('region', { name: 'Mistakes' })
  await listed.getByText(mistakeText('water-on-live')).waitFor()

  await expect.poll(recordedMistakes).toEqual(['took-water', 'water-on-live'])
  expect(seen.problems).toEqual([])
  await context.close()
})

test('a fire that has grown: getting out is the pass', async () => {
  const { page, context, seen } = await openPage(browser, server.http)
  const training = await begin(page, 'practice')
  await press(page, `Look at ${nameOf('waste-bin')}`)
  await training.until('the fire is sized up', ({ step }) => step === 'warn')
  await press(page, `${topicText('colleague', 'warn')}: ${nameOf('colleague')}`)
  await training.until('the colleague is warned', ({ step }) => step === 'raise-alarm')
  await press(page, `Press: ${nameOf('call-point')}`)
  await training.until('the alarm is raised', ({ step }) => step === 'take')
  for (let waited = 0; waited < 300 && (await training.report()).step !== 'evacuate'; waited += 2)
    await training.pass(2000, 40)
  await press(page, spotName('corridor'))
  const end = await training.until('the run is over', ({ phase }) => phase === 'ended')
  expect(end.ended).toBe('evacuated')
  await page.getByText('Passed', { exact: true }).waitFor()
  expect(seen.problems).toEqual([])
  await context.close()
})

test('UI-43 exam: nothing that judges, hints or tells the step reaches the client while it runs', async () => {
  const { page, context, seen } = await openPage(browser, server.http)
  await page.goto(`/join/#invite=${ADMIN}`, { waitUntil: 'domcontentloaded' })
  await page.getByText('Your invitation is accepted.').waitFor()
  expect(page.url()).not.toContain(ADMIN)
  const heard = listen(page)
  const training = await begin(page, 'exam')
  expect(await page.getByRole('button', { name: 'Hint' }).count()).toBe(0)
  await press(page, `Pick up: ${nameOf('ext-water')}`)
  await training.until('water is in the hand', ({ hands }) => hands.right.holds === 'ext-water')
  await training.pass(20_000, 20)
  const own = [
    '/api/scenarios/portable-extinguisher',
    '/api/runs',
    `/api/runs/${training.session}/debrief`,
    '/xapi/statements',
  ]
  const answers = await Promise.all(own.map((path) => context.request.get(path)))
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 409, 401])
  await sprayWaterOnLiveAppliance(page, training)

  const wire = [
    await heard.everything(),
    ...(await Promise.all(answers.map((answer) => answer.text()))),
  ].join('\n')
  expect(wire).toContain('ext-water.agent') // the ear works
  expect(feedbackOfScenario().filter((text) => wire.includes(text))).toEqual([])
  expect(await page.getByText(/Passed|Not passed/).count()).toBe(0)
  expect(seen.problems.filter((problem) => !/40[19]/.test(problem))).toEqual([])
  await context.close()
})

/** Every text and id of the document that would tell an examinee how it goes. */
function feedbackOfScenario(): string[] {
  const found: string[] = []
  const collect = (value: unknown, path: string) => {
    if (typeof value === 'string') {
      const told =
        /\.(instruction|why|remedy)\.|\.hints\.\d+\.text\.|\.mistake\.text\.|\.transitions\.\d+\.mistake|\.criteria\.\d+\.text\./.test(
          path,
        )
      const rule = /\.rules\.\d+\.id$/.test(path) && value.includes('-')
      if (told || rule) found.push(value)
    } else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) collect(inner, `${path}.${key}`)
  }
  collect(scenarioDocument, '')
  return found
}

/** Of this run: it is the first one on this server. */
async function recordedMistakes(): Promise<string[]> {
  const text = JSON.stringify(await readStatements(server))
  return ['took-water', 'water-on-live'].filter((rule) => text.includes(rule))
}
