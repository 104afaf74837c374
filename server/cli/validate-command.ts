import type { Finding } from '#shared/scenario/finding.ts'
import { findingIn } from '#shared/scenario/finding.ts'
import { runOwnTest } from '#shared/scenario/own-tests/run-own-test.ts'
import type { LoadedScenario } from '../scenarios/scenarios.ts'
import { readArguments, type Command, type Output } from './command.ts'
import { findScenario } from './find-scenario.ts'

/** `sightline validate SCENARIO`: everything that can be found wrong with a document, its own tests included. */
export const validateCommand: Command = {
  name: 'validate',
  usage: 'validate SCENARIO [--json]',
  summary: 'finds what is wrong with a scenario and its workplace',
  help: 'Each finding names the place in the document, says why, and how to mend it. Any finding, also a warning, makes the exit code 1.',
  async run(args, output) {
    const { values, positionals } = readArguments(
      args,
      { json: { type: 'boolean' }, scenes: { type: 'string' } },
      { least: 1, most: 1, what: 'one SCENARIO' },
    )
    const { id, findings, loaded } = await findScenario(positionals[0] ?? '', values.scenes)
    const all = [...findings, ...(loaded ? failedTests(loaded) : [])]
    if (values.json === true)
      output.line(
        JSON.stringify({
          ok: all.length === 0,
          scenario: id,
          version: loaded?.scenario.version,
          hash: loaded?.hash,
          findings: all,
        }),
      )
    else tell(id, loaded, all, output)
    return all.length === 0 ? 0 : 1
  },
}

function failedTests({ scenario, workplace }: LoadedScenario): Finding[] {
  return scenario.tests.flatMap((test, i) => {
    const { passed, differences } = runOwnTest(scenario, workplace, test)
    return passed
      ? []
      : [
          findingIn(scenario, {
            code: 'own-test-fails',
            path: ['tests', i],
            message: differences.join('; '),
            mend: 'Correct the procedure, or what the test expects.',
          }),
        ]
  })
}

function tell(
  id: string,
  loaded: LoadedScenario | undefined,
  findings: readonly Finding[],
  output: Output,
): void {
  for (const { severity, code, document, place, path, message, mend } of findings) {
    output.line(`${severity} ${code}: ${place} (${document} ${path || '/'})\n  ${message}\n  ${mend}`)
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (findings.length > 0) output.line(`${id}: ${errors} errors, ${findings.length - errors} warnings`)
  else if (loaded)
    output.line(
      `${id} ${loaded.scenario.version} is sound: ${loaded.scenario.tests.length} tests of its own pass; content hash ${loaded.hash}`,
    )
}
