import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser/launch-browser.ts'
import { openPage } from '../support/browser/open-page.ts'
import { createHeadset } from '../support/headset/headset.ts'
import { injectHeadset } from '../support/headset/inject-headset.ts'

// What every other end-to-end test stands on.

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end('<!doctype html><link rel="icon" href="data:,"><canvas></canvas>')
})
let browser: Browser
let origin: string

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('the watch reports errors and foreign requests, and the foreign host cannot be reached', async () => {
  const { page, context, seen } = await openPage(browser, origin)
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  expect(seen.problems).toEqual([])
  const outcome = await page.evaluate(() =>
    fetch('http://example.com/', { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'cut',
    ),
  )
  expect(outcome).toBe('cut')
  await page.evaluate(() => {
    console.error('said so')
    setTimeout(() => {
      throw new Error('thrown')
    })
  })
  await expect.poll(() => seen.problems.map((problem) => problem.split(':')[0])).toContain('uncaught')
  expect(seen.problems).toContain('foreign request: http://example.com/')
  expect(seen.problems.some((problem) => problem.includes('said so'))).toBe(true)
  await context.close()
})

test('the emulated headset runs a session, follows poses and changes its inputs', async () => {
  const { page, context, seen } = await openPage(browser, origin)
  await injectHeadset(page)
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await page.evaluate(async () => {
    const session = await navigator.xr?.requestSession('immersive-vr', {
      requiredFeatures: ['local-floor', 'hand-tracking'],
    })
    const gl = document.querySelector('canvas')?.getContext('webgl2', { xrCompatible: true })
    if (!session || !gl) throw new Error('no session or no WebGL 2')
    await session.updateRenderState({ baseLayer: new XRWebGLLayer(session, gl) })
    const space = await session.requestReferenceSpace('local-floor')
    const read: XRFrameRequestCallback = (_time, frame) => {
      session.requestAnimationFrame(read)
      const right = [...session.inputSources].find((input) => input.handedness === 'right')
      const pose = right && frame.getPose(right.targetRaySpace, space)
      document.title = JSON.stringify({
        head: frame.getViewerPose(space)?.transform.position.y,
        hand: right?.hand ? 'hand' : 'controller',
        ray: pose ? Math.round(-pose.transform.matrix[8]! * 1000) : null,
        trigger: right?.gamepad?.buttons[0]?.value,
      })
    }
    session.requestAnimationFrame(read)
  })
  const headset = createHeadset(page)
  const report = async () => {
    await headset.frames(3)
    return JSON.parse(await page.title()) as Record<string, unknown>
  }

  await headset.head([0, 1.25, 0])
  await headset.aim('controllers', 'right', [0, 1, 0], [1, 1, 0])
  await headset.button('right', 'trigger', 0.5)
  expect(await report()).toMatchObject({ head: 1.25, hand: 'controller', ray: 1000, trigger: 0.5 })

  await headset.use('hand')
  await headset.frames(3)
  await headset.pinch('right', 1)
  expect(await report()).toMatchObject({ hand: 'hand' })

  expect(await headset.inSession()).toBe(true)
  await headset.endSession()
  expect(await headset.inSession()).toBe(false)
  expect(seen.problems).toEqual([])
  await context.close()
})
