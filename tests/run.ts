import { ensureClient } from '../tools/client-build/ensure-client.ts'
import { obtainBrowser } from './support/browser/obtain-browser.ts'
import type { Count } from './support/runner/count-results.ts'
import { listProofs } from './support/runner/proof.ts'
import { runProject } from './support/runner/run-project.ts'

// `npm test`: everything that needs nothing but npm and a browser. Last line: `N passed, N failed`.

const steps: (() => Promise<Count>)[] = [
  () => runProject('unit'),
  prepare,
  () => runProject('integration'),
  () => runProject('e2e'),
]

const total = { passed: 0, failed: 0 }
for (const step of steps) {
  const { passed, failed } = await step()
  total.passed += passed
  total.failed += failed
}

const proofs = await listProofs()
if (proofs.length > 0)
  console.log(['', 'Not contained; run `npm run prove -- NAME`:', ...proofs, ''].join('\n'))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

/** A browser and the built client. Without them it goes on: what still passes is worth knowing. */
async function prepare(): Promise<Count> {
  try {
    process.env['CHROME_PATH'] = obtainBrowser(console.log)
    await ensureClient(console.log)
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.error(error)
    return { passed: 0, failed: 1 }
  }
}
