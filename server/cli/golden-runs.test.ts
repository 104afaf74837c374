import { describe, expect, test } from 'vitest'
import { compile } from '#shared/procedure/compile.ts'
import { formatScenario, formatWorkplace } from '#shared/scenario/format-document.ts'
import { runOwnTest } from '#shared/scenario/own-tests/run-own-test.ts'
import { verifyChain } from '#shared/session/log.ts'
import { resimulate } from '#shared/session/replay.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findScenario, scenesFolder } from './find-scenario.ts'
import { readGoldenRuns } from './golden-runs.ts'

const renewal =
  'When this was meant: sightline test SCENARIO --renew "why", and raise ENGINE_VERSION for a change of the engine.'

describe.each(await readdir(join(scenesFolder, 'scenarios')))('the shipped scenario %s', async (name) => {
  const { findings, loaded } = await findScenario(name)
  if (!loaded) throw new Error(JSON.stringify(findings))
  const { scenario, workplace } = loaded
  const compiled = compile(scenario, workplace)
  const golden = await readGoldenRuns(scenesFolder, scenario.id)

  test('SCN-20…34 has no finding (pins of assets apart: npm run pin-assets)', () => {
    expect(findings.filter(({ code }) => code !== 'asset')).toEqual([])
  })

  test('SCN-40 stands in its files as the one formatter writes it', async () => {
    expect(await readFile(join(scenesFolder, 'scenarios', scenario.id, 'scenario.json'), 'utf8')).toBe(
      formatScenario(scenario),
    )
    expect(await readFile(join(scenesFolder, 'workplaces', workplace.id, 'workplace.json'), 'utf8')).toBe(
      formatWorkplace(workplace),
    )
  })

  test('instructions are short enough for a panel: 140 characters in every language', () => {
    const texts = compiled.steps.flatMap(({ document }) =>
      [document.instruction, document.why ?? {}].flatMap((map) => Object.values(map)),
    )
    expect(texts.filter((text) => text.length > 140)).toEqual([])
  })

  test.each(scenario.tests.map((own) => [own.id, own] as const))(
    'SCN-51 its own test passes: %s',
    (_id, own) => {
      expect(runOwnTest(scenario, workplace, own, compiled).differences).toEqual([])
    },
  )

  test('SCN-52 every own test has its golden run', () => {
    expect(golden.map((run) => run.test).toSorted()).toEqual(scenario.tests.map(({ id }) => id).toSorted())
  })

  test.each(golden.map((run) => [run.test, run] as const))(
    'SCN-52 the golden run re-simulates to the same events and state: %s',
    (_id, run) => {
      expect(verifyChain(run.head, run.entries)).toMatchObject({ ok: true })
      const { mismatches, stateHash } = resimulate(compiled, run.head, run.entries)
      expect({ mismatches, stateHash }, renewal).toEqual({ mismatches: [], stateHash: run.stateHash })
    },
  )
})
