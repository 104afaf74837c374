import { describe, expect, test } from 'vitest'
import { verifyChain } from '#shared/session/log.ts'
import { changed } from '../small.fixture.ts'
import { differences } from './differences.ts'
import { runOwnTest } from './run-own-test.ts'

describe('a document’s own tests', () => {
  test('SCN-50 run through the session runner, whose log they leave', () => {
    const { scenario, workplace } = changed()
    const runs = scenario.tests.map((own) => runOwnTest(scenario, workplace, own))
    expect(
      runs.map(({ id, passed, outcome, scaled, mistakes, stepsDone, refusals }) => ({
        id,
        passed,
        outcome,
        scaled,
        mistakes,
        stepsDone,
        refusals,
      })),
    ).toEqual([
      {
        id: 'pass',
        passed: true,
        outcome: 'read',
        scaled: 1,
        mistakes: [],
        stepsDone: ['switch-on', 'take'],
        refusals: [],
      },
      {
        id: 'dark',
        passed: true,
        outcome: 'read',
        scaled: 1,
        mistakes: ['in-the-dark'],
        stepsDone: ['switch-on', 'take'],
        refusals: [],
      },
    ])
    expect(runs.map(({ head, entries }) => verifyChain(head, entries).ok)).toEqual([true, true])
  })

  test('SCN-50 the same document and test give the same log, byte for byte', () => {
    const once = changed()
    const again = changed()
    const [own] = once.scenario.tests
    if (!own) throw new Error('no test')
    expect(JSON.stringify(runOwnTest(once.scenario, once.workplace, own))).toBe(
      JSON.stringify(runOwnTest(again.scenario, again.workplace, own)),
    )
  })

  test('SCN-50 what was refused is told', () => {
    const { scenario, workplace } = changed(
      (d) => void (d.scenario.tests[0].script[1] = { intent: 'toggle', target: 'book' }),
    )
    const [own] = scenario.tests
    if (!own) throw new Error('no test')
    expect(runOwnTest(scenario, workplace, own)).toMatchObject({ passed: false, refusals: ['not-possible'] })
  })

  test('SCN-51 every difference is told, and what is not mentioned may be anything', () => {
    const got = { outcome: 'read', verdict: true, mistakes: ['a'], stepsDone: ['one'] }
    expect(differences({}, got)).toEqual([])
    expect(
      differences({ outcome: 'slept', passed: false, mistakes: ['b'], stepsDone: ['two'] }, got),
    ).toEqual([
      'expected the outcome "slept", got "read"',
      'expected it to be failed, it was passed',
      'expected the mistakes b, which did not happen',
      'did not expect the mistakes a',
      'expected the steps two to be done',
    ])
  })
})
