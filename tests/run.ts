import { ensureClient } from '../tools/client-build/ensure-client.ts'
import { obtainBrowser } from './support/browser/obtain-browser.ts'
import { listProofs } from './support/runner/proof.ts'
import { runProject } from './support/runner/run-project.ts'

// `npm test`: everything that needs nothing but npm and a browser. Last line: `N passed, N failed`.

process.env['CHROME_PATH'] = obtainBrowser(console.log)
await ensureClient(console.log)

const total = { passed: 0, failed: 0 }
for (const project of ['unit', 'integration', 'e2e']) {
  const { passed, failed } = await runProject(project)
  total.passed += passed
  total.failed += failed
}

const proofs = await listProofs()
if (proofs.length > 0)
  console.log(['', 'Not contained; run `npm run prove -- NAME`:', ...proofs, ''].join('\n'))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
