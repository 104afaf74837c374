import { parseArgs } from 'node:util'
import type { Bench } from './support/runner/bench.ts'
import { listModules } from './support/runner/list-modules.ts'

// `npm run bench -- NAME --json`: the last line is one JSON object.

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const names = await listModules('bench')
const [name] = positionals

if (name === undefined || !names.includes(name)) {
  console.error(`Usage: npm run bench -- NAME --json\nNAME is one of: ${names.join(', ') || '(none yet)'}`)
  process.exitCode = 2
} else {
  const { run } = (await import(new URL(`bench/${name}.ts`, import.meta.url).href)) as Bench
  const result = await run()
  if (!values.json) console.table(result.figures)
  console.log(JSON.stringify(result))
}
