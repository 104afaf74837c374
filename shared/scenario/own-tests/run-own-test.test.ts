import { describe, expect, test } from 'vitest'
import { verifyChain } from '#shared/session/log.ts'
import { lockout, lockoutDocument } from '#shared/procedure/lockout.fixture.ts'
import { pumpRoom } from '#shared/procedure/pump-room.fixture.ts'
import { lockoutCompiled } from '#shared/procedure/team.fixture.ts'
import { scenario as scenarioSchema } from '../scenario.ts'
import { changed } from '../small.fixture.ts'
import { differences } from './differences.ts'
import { runOwnTest, type OwnTestRun } from './run-own-test.ts'

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

  const lead = [
    { intent: 'begin' },
    { intent: 'toggle', target: 'breaker' },
    { intent: 'toggle', target: 'lockbox' },
    ...putOnBox('lead'),
  ]
  const finish = [
    { intent: 'grab', target: 'personal-lock' },
    { intent: 'release', target: 'personal-lock' },
    { intent: 'toggle', target: 'lockbox' },
  ]

  test('SCN-53 an act is done by the person in the role it names', () => {
    const run = performed({
      people: { lead: 1, mechanic: 2 },
      script: [
        ...lead,
        { intent: 'begin', as: 'mechanic' },
        { intent: 'begin', as: 'mechanic', nth: 2 },
        ...lead.slice(1),
        ...putOnBox('mechanic'),
        ...putOnBox('mechanic', 2),
        { intent: 'press', target: 'start-button' },
        { intent: 'toggle', target: 'coupling', as: 'mechanic', nth: 2 },
        ...takeOff('mechanic'),
        ...takeOff('mechanic', 2),
        ...finish,
      ],
    })
    expect(run).toMatchObject({ outcome: 'done', mistakes: [], refusals: Array(4).fill('not-now') })
    expect(run.entries[0]?.inputs).toMatchObject([
      { kind: 'join', actor: '00000000-0000-4000-8000-00000000b070', role: 'lead' },
      { kind: 'join', actor: '00000000-0000-4000-8000-00000000b071', role: 'mechanic' },
      { kind: 'join', actor: '00000000-0000-4000-8000-00000000b072', role: 'mechanic' },
    ])
  })

  test('SCN-53 a bot performs what the document says of it', () => {
    const run = performed({
      bots: ['mechanic'],
      script: [
        ...lead,
        { wait: 10_000 },
        { intent: 'press', target: 'start-button' },
        { wait: 10_000 },
        ...finish,
      ],
    })
    expect(run).toMatchObject({ outcome: 'done', mistakes: [], refusals: [] })
    expect(run.stepsDone).toEqual(lockoutCompiled.steps.map(({ id }) => id).toSorted(byTime(run)))
    expect(performed({ script: [...lead, { wait: 20_000 }] }).outcome).toBeUndefined()
  })
})

function putOnBox(as: string, nth = 1): object[] {
  return [
    { intent: 'grab', target: 'personal-lock', as, nth },
    { intent: 'release', target: 'personal-lock', params: { socket: 'box-hasp' }, as, nth },
  ]
}

function takeOff(as: string, nth = 1): object[] {
  return [
    { intent: 'grab', target: 'personal-lock', as, nth },
    { intent: 'release', target: 'personal-lock', as, nth },
  ]
}

function performed(more: object): OwnTestRun {
  const [own] = scenarioSchema.parse({
    ...lockoutDocument,
    tests: [{ id: 'own', title: 'own', mode: 'practice', expect: {}, ...more }],
  }).tests
  if (!own) throw new Error('no test')
  return runOwnTest(lockout, pumpRoom, own, lockoutCompiled)
}

/** In the order in which the run ended them. */
function byTime({ stepsDone }: OwnTestRun): (a: string, b: string) => number {
  return (a, b) => stepsDone.indexOf(a) - stepsDone.indexOf(b)
}
