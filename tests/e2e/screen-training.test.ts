import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import type { RunningServer } from '../support/start-server.ts'
import { startServer } from '../support/start-server.ts'
import { accessibilityFaults } from '../support/training/accessibility.ts'
import { createScreenPerson } from '../support/training/screen-person.ts'
import { nameOf, spotName, topicText } from '../support/training/document-words.ts'
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

const open = async (mode: string) => {
  const { page, context, seen } = await openPage(browser, server.http)
  await page.goto(`/train/portable-extinguisher?mode=${mode}`, { waitUntil: 'domcontentloaded' })
  const training = await trainingPage(page, server)
  const start = page.getByRole('button', { name: 'Start', exact: true })
  await start.waitFor()
  return { page, context, seen, training, start }
}
/** Presses a button of the page the way a keyboard does. */
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus()
  await page.keyboard.press('Enter')
}

test('UI-41 UI-40 UI-42 guided, with the keyboard alone in the list of things: passed, and no accessibility fault on the way', async () => {
  const { page, context, seen, training, start } = await open('guided')
  expect(await accessibilityFaults(page)).toEqual([])
  await start.focus()
  await page.keyboard.press('Enter')
  await training.until('the run begins', ({ phase }) => phase === 'running')

  // The list is reached by the keys that everybody has.
  for (let presses = 0; presses < 30; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.closest('.mirror') !== null)) break
    await page.keyboard.press('Tab')
  }
  await press(page, 'Open the list of things around you')
  expect(await accessibilityFaults(page)).toEqual([])

  await press(page, `Look at ${nameOf('waste-bin')}`)
  await training.until('the fire is sized up', ({ step }) => step === 'warn')
  await press(page, `${topicText('colleague', 'warn')}: ${nameOf('colleague')}`)
  await training.until('the colleague is warned', ({ step }) => step === 'raise-alarm')
  await press(page, `Press: ${nameOf('call-point')}`)
  await training.until('the alarm is raised', ({ step }) => step === 'take')

  await page.getByRole('button', { name: 'Pause', exact: true }).focus()
  await page.keyboard.press('Enter')
  await training.until('paused', ({ phase }) => phase === 'paused')
  await page.getByRole('dialog', { name: 'Paused' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Enter') // "Continue" has the focus
  await training.until('running again', ({ phase }) => phase === 'running')

  await press(page, `Pick up: ${nameOf('ext-abc')}`)
  await training.until('it is in the hand', ({ step }) => step === 'stand')
  await press(page, spotName('middle'))
  await press(page, spotName('middle'))
  await training.until('the place is taken', ({ step }) => step === 'pull-pin')
  await press(page, /^Pull the pin/)
  await training.until('the pin is out', ({ step }) => step === 'aim')
  await press(page, 'Aim at Fire in the waste bin')
  await training.until('aimed low', ({ step }) => step === 'squeeze')
  await press(page, 'Squeeze the lever')
  await training.until('the fire is out', ({ step }) => step === 'watch')
  await press(page, 'Let go of the lever')
  await press(page, spotName('call-point'))
  await training.pass(4000)
  await press(page, 'Look at Fire in the waste bin')
  await training.until('watched for re-ignition', ({ step }) => step === 'leave')
  await press(page, spotName('corridor'))
  await training.until('out of the room', ({ step }) => step === 'report')
  await press(page, `${topicText('colleague', 'report')}: ${nameOf('colleague')}`)
  await training.until('the run is over', ({ phase }) => phase === 'ended')

  await page.getByRole('dialog', { name: /.+/ }).getByText('Passed').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Enter') // the way to the debrief has the focus
  await page.getByRole('heading', { name: 'Your steps' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  expect(seen.problems).toEqual([])
  await context.close()
})

test('UI-41 UI-42 guided, with mouse and keyboard in the scene: passed', async () => {
  const { page, context, seen, training, start } = await open('guided')
  const person = createScreenPerson(training)
  await start.click()
  await training.until('the run begins', ({ phase }) => phase === 'running')
  await person.lookAt('waste-bin')
  await training.until('the fire is sized up', ({ step }) => step === 'warn')
  await person.act('colleague')
  await training.until('the colleague is warned', ({ step }) => step === 'raise-alarm')
  await person.act('call-point')
  await training.until('the alarm is raised', ({ step }) => step === 'take')
  await person.act('ext-abc')
  await training.until('it is in the hand', ({ step }) => step === 'stand')
  await person.walkTo([-0.2, 0.05])
  await training.until('the place is taken', ({ step }) => step === 'pull-pin')
  await page.keyboard.press('f')
  await training.until('the pin is out', ({ step }) => step === 'aim')
  await person.pointAt('fire-base')
  await training.until('aimed low', ({ step }) => step === 'squeeze')
  await page.mouse.down()
  await training.until('the fire is out', ({ step }) => step === 'watch')
  await page.mouse.up()
  await person.lookAt('fire-base')
  await person.backAwayFrom('fire-base', 3)
  await training.until('watched for re-ignition', ({ step }) => step === 'leave')
  await person.walkTo([1.8, 1.6])
  await person.walkTo([1.8, 3.4])
  await training.until('out of the room', ({ step }) => step === 'report')
  await person.act('colleague')
  await training.until('the run is over', ({ phase }) => phase === 'ended')
  await page.getByText('Passed').waitFor()
  expect(seen.problems).toEqual([])
  await context.close()
})
