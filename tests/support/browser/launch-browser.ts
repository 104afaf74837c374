import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { obtainBrowser } from './obtain-browser.ts'

const FLAGS = [
  // WebGL 2 without a GPU.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The world ends at this machine: whatever else is asked for cannot be resolved.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** Real Chromium, headless, software rendering, without any network but loopback. */
export function launchBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: obtainBrowser(console.error),
    args: [...FLAGS, ...extraFlags],
    timeout: 120_000,
  })
}
