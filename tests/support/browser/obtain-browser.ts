import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.ts'

const PLAYWRIGHT = fileURLToPath(new URL('../../../node_modules/playwright-core/cli.js', import.meta.url))

/** Finds a browser or gets one: Playwright's, else (as root on Debian) the distribution's. Throws when nothing helps. */
export function obtainBrowser(log: (line: string) => void): string {
  const present = findBrowser()
  if (present !== undefined) return present
  for (const [command, ...args] of waysToInstall()) {
    log(`No Chrome or Chromium found; trying: ${[command, ...args].join(' ')}`)
    spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 })
    const obtained = findBrowser()
    if (obtained !== undefined) return obtained
  }
  throw new Error('No browser. Install Chrome or Chromium, or set CHROME_PATH to one.')
}

function waysToInstall(): [command: string, ...args: string[]][] {
  const playwright: [string, ...string[]] = [process.execPath, PLAYWRIGHT, 'install', 'chromium']
  if (process.getuid?.() !== 0) return [playwright]
  return [playwright, ['apt-get', 'update'], ['apt-get', 'install', '-y', 'chromium']]
}
