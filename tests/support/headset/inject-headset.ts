import { readFile } from 'node:fs/promises'
import type { XRDevice } from 'iwer'
import type { Page } from 'playwright-core'

declare global {
  /** The emulated headset inside the page. */
  var headsetDevice: XRDevice
}

const IWER = new URL('../../../node_modules/iwer/build/iwer.min.js', import.meta.url)

/**
 * Puts an emulated Quest 3 into every document that `page` will open. `forceInstall` is needed because Chromium has a
 * `navigator.xr` of its own on localhost, before which IWER steps back.
 */
export async function injectHeadset(page: Page, options: { stereo?: boolean } = {}): Promise<void> {
  const install = `
    globalThis.headsetDevice = new IWER.XRDevice(IWER.metaQuest3)
    headsetDevice.stereoEnabled = ${options.stereo ?? false}
    headsetDevice.installRuntime({ forceInstall: true })`
  await page.addInitScript({ content: `${await readFile(IWER, 'utf8')};${install}` })
}
