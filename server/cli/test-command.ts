import { compile } from '#shared/procedure/compile.ts'
import { runOwnTest, type OwnTestRun } from '#shared/scenario/own-tests/run-own-test.ts'
import type { LoadedScenario } from '../scenarios/scenarios.ts'
import { readArguments, UsageError, type Command, type Output } from './command.ts'
import { findScenario, scenesFolder } from './find-scenario.ts'
import { writeGoldenRuns } from './golden-runs.ts'

/** `sightline test SCENARIO`: performs the document's own tests with bots through the session runner. */
export const testCommand: Command = {
  name: 'test',
  usage: 'test SCENARIO [--only TEST] [--renew REASON] [--json]',
  summary: 'runs a scenario’s own tests through the session runner',
  help: '--only TEST runs one of them. --renew REASON also stores the logs as the golden runs in replays/, with the reason why they had to change.',
  async run(args, output) {
    const options = {
      json: { type: 'boolean' },
      only: { type: 'string' },
      renew: { type: 'string' },
      scenes: { type: 'string' },
    } as const
    const { values, positionals } = readArguments(args, options, { least: 1, most: 1, what: 'one SCENARIO' })
    const { id, findings, loaded } = await findScenario(positionals[0] ?? '', values.scenes)
    if (loaded === undefined) {
      const count = findings.length
      if (values.json === true) output.line(JSON.stringify({ ok: false, scenario: id, findings }))
      else output.error(`${id} cannot be run: ${count} findings; see sightline validate ${id}`)
      return 1
    }
    const runs = perform(loaded, values.only)
    if (values.json === true)
      output.line(
        JSON.stringify({
          ok: runs.every(({ passed }) => passed),
          scenario: id,
          tests: runs.map(summary),
        }),
      )
    else for (const run of runs) tell(run, output)
    const failed = runs.filter(({ passed }) => !passed).length
    if (values.json !== true) output.line(`${id}: ${runs.length - failed} passed, ${failed} failed`)
    if (values.renew !== undefined) await renew(values.renew, id, runs, failed, values.scenes, output)
    return failed === 0 ? 0 : 1
  },
}

function perform({ scenario, workplace }: LoadedScenario, only: string | undefined): OwnTestRun[] {
  const chosen = scenario.tests.filter(({ id }) => only === undefined || id === only)
  if (chosen.length === 0)
    throw new UsageError(
      only === undefined
        ? `${scenario.id} has no tests`
        : `unknown test '${only}'; there are: ${scenario.tests.map(({ id }) => id).join(', ')}`,
    )
  const compiled = compile(scenario, workplace)
  return chosen.map((test) => runOwnTest(scenario, workplace, test, compiled))
}

/** Without the log, which has a command of its own. */
function summary({
  id,
  title,
  passed,
  differences,
  outcome,
  scaled,
  mistakes,
  stepsDone,
  refusals,
  ticks,
  stateHash,
}: OwnTestRun) {
  return { id, title, passed, differences, outcome, scaled, mistakes, stepsDone, refusals, ticks, stateHash }
}

function tell(
  { id, title, passed, differences, outcome, scaled, mistakes, ticks }: OwnTestRun,
  output: Output,
): void {
  const percent = scaled === undefined ? '' : `, ${Math.round(scaled * 100)} %`
  const wrong = mistakes.length === 0 ? '' : `, mistakes: ${mistakes.join(', ')}`
  output.line(
    `${passed ? 'pass' : 'FAIL'} ${id}: ${title} (${outcome ?? 'no end'}${percent}, ${ticks / 20} s${wrong})`,
  )
  for (const difference of differences) output.line(`     ${difference}`)
}

async function renew(
  reason: string,
  id: string,
  runs: readonly OwnTestRun[],
  failed: number,
  scenes: string | undefined,
  output: Output,
): Promise<void> {
  if (reason.trim().length < 10)
    throw new UsageError('--renew wants the reason why behaviour changed, in a sentence')
  if (failed > 0) {
    output.error('The golden runs stay as they are: renew them when all tests pass.')
    return
  }
  await writeGoldenRuns(scenes ?? scenesFolder, id, reason, runs)
  output.error(`${runs.length} golden runs renewed: ${reason}`)
}
