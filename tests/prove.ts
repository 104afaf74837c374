import { parseArgs } from 'node:util'
import { listModules } from './support/runner/list-modules.ts'
import { listProofs, loadProof } from './support/runner/proof.ts'

// `npm run prove -- NAME [--json]`; without a name, the list.

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const [name] = positionals

if (name === undefined) {
  console.log(['Proofs:', ...(await listProofs())].join('\n'))
} else if (!(await listModules('proofs')).includes(name)) {
  console.error(`There is no proof "${name}".\n${(await listProofs()).join('\n')}`)
  process.exitCode = 2
} else {
  const { title, run } = await loadProof(name)
  const { passed, figures, notes } = await run()
  if (values.json) console.log(JSON.stringify({ name, passed, figures, notes }))
  else
    console.log(
      [title, JSON.stringify(figures, null, 2), ...notes, passed ? 'shown' : 'NOT SHOWN'].join('\n'),
    )
  process.exitCode = passed ? 0 : 1
}
