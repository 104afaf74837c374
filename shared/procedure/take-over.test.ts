import { expect, test } from 'vitest'
import { ann, ben, cat, instructor, liveTeam, LiveTeam, sam } from '#shared/live/live-team.fixture.ts'
import { compile } from './compile.ts'
import type { Compiled } from './compiled.ts'
import { extinguish } from './extinguish.fixture.ts'
import { kitchen } from './kitchen.fixture.ts'
import { step } from './lockout.fixture.ts'
import { bot, inTurn, lockoutWith } from './team.fixture.ts'

const pressed = (target: string): object => ({ type: 'acted', action: 'press', target })

/** Ben asked, the instructor came and acts for him. */
const takenOver = (helper = instructor, team = liveTeam()): LiveTeam => {
  team.lives(
    [ben, { act: 'ask-help', on: true }],
    [helper, { act: 'help', person: ben, on: true }],
    [helper, { act: 'take-over', person: ben }],
  )
  return team
}

test('LS-30 LS-31 who was asked, came, and is the only one', () => {
  const team = liveTeam()
  expect(team.live(instructor, { act: 'help', person: ben, on: true })).toBe('not-now')
  team.lives([ben, { act: 'ask-help', on: true }], [cat, { act: 'ask-help', on: true }])
  expect(team.live(instructor, { act: 'take-over', person: ben })).toBe('not-helping')
  team.lives(
    [instructor, { act: 'help', person: ben, on: true }],
    [ann, { act: 'help', person: cat, on: true }],
  )
  expect(team.live(ann, { act: 'help', person: ben, on: true })).toBe('already-so')
  team.lives([instructor, { act: 'take-over', person: ben }])
  expect(team.live(ann, { act: 'take-over', person: cat })).toBe('already-so')
  expect(team.now.takeOver).toEqual({ helper: instructor, person: ben, step: 'mechanic-lock' })
  expect(team.live(sam, { act: 'hand-back' })).toBe('not-allowed')
  expect(team.live(cat, { act: 'hand-back' })).toBe('not-allowed')
})

test('ENG-95 an instructor comes in without a role, and does what the person would', () => {
  const team = takenOver()
  expect(team.person(instructor)).toMatchObject({
    role: '',
    standIn: { person: ben, role: 'mechanic', number: 2 },
  })
  expect(team.put(instructor, 'personal-lock', 'box-hasp')).toEqual([null, null])
  expect(team.place('personal-lock@2')).toMatchObject({ kind: 'socket', socket: 'box-hasp' })
  // Cat's is still missing, who does it for herself: then each mechanic's is there.
  expect(team.steps()).toContain('mechanic-lock')
  team.put(cat, 'personal-lock', 'box-hasp')
  expect(team.steps()).not.toContain('mechanic-lock')
  expect(
    team
      .seen('acted')
      .map(({ actor, role, target }) => [actor, role, target])
      .slice(0, 2),
  ).toEqual([
    [instructor, 'mechanic', 'personal-lock@2'],
    [instructor, 'mechanic', 'personal-lock@2'],
  ])
})

test('ENG-95 what the helper holds and measures is as if the person did, even of each', () => {
  const near = { type: 'near', entity: 'valve', withinMm: 500, who: 'each' }
  const holds = { type: 'held', entity: 'wrench', who: 'each', roles: ['lead'] }
  const alike = lockoutWith({
    procedure: inTurn(
      step('both', ['lead'], { type: 'onePerson', of: { type: 'all', of: [near, holds] } }),
      step('next', ['lead'], pressed('stop-button')),
    ),
    rules: [],
  })
  const team = liveTeam(alike)
  team.lives(
    [ann, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: ann, on: true }],
    [instructor, { act: 'take-over', person: ann }],
  )
  team.observe(ann, { 'distance:valve': 9000 })
  expect(team.act(instructor, 'grab', 'wrench')).toBeNull()
  expect(team.steps()).toEqual(['both'])
  team.observe(instructor, { 'distance:valve': 100 })
  expect(team.steps()).toEqual(['next'])
  expect(team.person(instructor).standIn).toBeUndefined()
  expect(Object.keys(team.state.sensors).filter((key) => key.startsWith(instructor))).toEqual([])
})

test('ENG-95 what the helper does wrong is the helper’s own', () => {
  const strict = lockoutWith({
    rules: [
      {
        id: 'hands-off',
        roles: ['mechanic'],
        when: { type: 'acted', action: 'press', target: 'stop-button', since: 'start' },
        mistake: { category: 'unsafe', severity: 'minor', text: { en: 'x' }, remedy: { en: 'y' } },
      },
    ],
  })
  const team = takenOver(instructor, liveTeam(strict))
  team.act(instructor, 'press', 'stop-button')
  expect(team.state.mistakes).toMatchObject([{ rule: 'hands-off', actor: instructor, step: 'mechanic-lock' }])
})

test('ENG-96 the person does nothing meanwhile but put down and hold out a hand', () => {
  const team = liveTeam()
  team.act(ben, 'grab', 'wrench')
  takenOver(instructor, team)
  expect(team.act(ben, 'grab', 'personal-lock', { hand: 'left' })).toBe('taken-over')
  expect(team.act(ben, 'press', 'start-button')).toBe('taken-over')
  expect(team.act(instructor, 'reach', 'wrench')).toBeNull()
  expect(team.act(ben, 'release', 'wrench')).toBeNull()
  expect(team.person(instructor).holding).toEqual({ right: 'wrench' })
  team.lives([ben, { act: 'hand-back' }])
  expect(team.act(ben, 'grab', 'personal-lock', { hand: 'left' })).toBeNull()
})

test('ENG-97 it ends with the step; what a helper without a role holds comes into the person’s hands', () => {
  const team = takenOver()
  team.act(instructor, 'grab', 'personal-lock')
  team.act(instructor, 'grab', 'wrench', { hand: 'left' })
  team.act(ben, 'release', 'nothing')
  team.lives([instructor, { act: 'step', move: 'skip', step: 'mechanic-lock' }])
  expect(team.now).toMatchObject({ takeOver: null, help: [] })
  expect([team.person(ben).holding, team.person(instructor).holding]).toEqual([
    { left: 'wrench', right: 'personal-lock@2' },
    {},
  ])
  expect(team.told('handedBack')).toMatchObject([
    { by: instructor, change: { person: ben, step: 'mechanic-lock', why: 'step-ended' } },
  ])
  expect(team.act(instructor, 'press', 'start-button')).toBe('wrong-role')
})

test('ENG-97 a helper with a role of their own keeps what they hold', () => {
  const team = takenOver(ann)
  team.act(ann, 'grab', 'wrench')
  team.lives([ann, { act: 'hand-back' }])
  expect([team.person(ann).holding, team.person(ann).standIn]).toEqual([{ right: 'wrench' }, undefined])
  expect(team.now.help).toEqual([{ person: ben, step: 'mechanic-lock', helper: ann }])
})

test.each([
  ['handed-back', (team: LiveTeam) => team.lives([ben, { act: 'hand-back' }])],
  ['handed-back', (team: LiveTeam) => team.lives([ben, { act: 'ask-help', on: false }])],
  ['handed-back', (team: LiveTeam) => team.lives([instructor, { act: 'help', person: ben, on: false }])],
  ['gone', (team: LiveTeam) => team.act(ben, 'leave')],
  ['gone', (team: LiveTeam) => team.take({ kind: 'remove', actor: instructor, by: ann })],
  ['role-changed', (team: LiveTeam) => team.take({ kind: 'assign', actor: ben, role: '', by: ann })],
  [
    'role-changed',
    (team: LiveTeam) => (
      team.take({ kind: 'assign', actor: cat, role: '', by: ann }),
      team.take({ kind: 'assign', actor: instructor, role: 'mechanic', by: ann })
    ),
  ],
  ['step-ended', (team: LiveTeam) => team.take({ kind: 'abandon' })],
] as const)('ENG-97 it ends: %s', (why, end) => {
  const team = takenOver()
  end(team)
  expect([team.now.takeOver, team.person(instructor).standIn]).toEqual([null, undefined])
  expect(team.told('handedBack').map(({ by, change }) => [by, change.person, change.why])).toEqual([
    [instructor, ben, why],
  ])
})

test('ENG-97 a restored checkpoint ends it', () => {
  const again = lockoutWith({
    procedure: inTurn(
      { type: 'checkpoint', id: 'saved' },
      step('it', ['mechanic'], pressed('start-button'), {
        transitions: [
          {
            when: pressed('stop-button'),
            kind: 'mistake',
            to: 'stay',
            consequences: [{ type: 'restoreCheckpoint', checkpoint: 'saved' }],
          },
          { when: pressed('start-button'), kind: 'correct' },
        ],
      }),
      step('next', ['mechanic'], pressed('start-button')),
    ),
    rules: [],
  })
  const team = takenOver(instructor, liveTeam(again))
  team.act(instructor, 'press', 'stop-button')
  expect([team.steps(), team.now.takeOver, team.now.help]).toEqual([['it'], null, []])
})

const two = (assistCost?: number): Compiled =>
  lockoutWith({
    procedure: inTurn(
      step('first', ['mechanic'], pressed('start-button')),
      step('second', ['mechanic'], pressed('start-button')),
      { type: 'end', id: 'over', outcome: 'done' },
    ),
    rules: [],
    scoring: {
      criteria: [{ id: 'steps', text: { en: 'Steps', es: 'Pasos' }, weight: 1, measure: { type: 'steps' } }],
      severityCost: { minor: 0.1, major: 0.3, critical: 0.7, fatal: 1 },
      vetoSeverity: 'critical',
      ...(assistCost === undefined ? {} : { assistCost }),
    },
  })

test.each([
  [undefined, 0.75],
  [0.2, 0.9],
  [1, 0.5],
])('ENG-98 at a cost of %s two steps, one of them taken over, are worth %s', (cost, worth) => {
  const team = takenOver(instructor, liveTeam(two(cost)))
  team.act(instructor, 'press', 'start-button')
  team.act(ben, 'press', 'start-button')
  expect(
    team.seen('stepEnded').map(({ step: id, how, assisted, assistedBy }) => [id, how, assisted, assistedBy]),
  ).toEqual([
    ['first', 'correct', ben, instructor],
    ['second', 'correct', undefined, undefined],
  ])
  const { score, people } = team.state.result ?? { score: { scaled: 0 } }
  expect([score.scaled, people?.[ben]?.score.scaled, people?.[cat]?.score.scaled]).toEqual([worth, worth, 1])
  expect(people?.[instructor]).toBeUndefined()
  expect(team.seen('stepEnded')[0]?.actors).toEqual([ben, cat].toSorted())
})

test('ENG-95 a bot is neither helped nor helps', () => {
  const team = liveTeam()
  team.act(cat, 'leave')
  team.join(bot, 'mechanic', { bot: true })
  const ask = (by: string) =>
    team.take({ kind: 'live', by, as: 'participant', act: { act: 'ask-help', on: true } })
  ask(bot)
  expect(team.now.help).toEqual([])
})

test('ENG-99 what the person helped holds can be pulled from', () => {
  const compiled = compile(extinguish, kitchen)
  const team = new LiveTeam(compiled)
  team.join(ann, 'trainee')
  team.act(ann, 'begin')
  team.act(ann, 'grab', 'ext-abc')
  team.lives(
    [ann, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: ann, on: true }],
    [instructor, { act: 'take-over', person: ann }],
  )
  expect(team.act(instructor, 'pull', 'ext-co2.pin')).toBe('not-held')
  expect(team.act(instructor, 'pull', 'ext-abc.pin')).toBeNull()
  expect(team.act(instructor, 'squeeze-begin', 'ext-abc')).toBe('not-held')
})

test('ENG-97 who came in to help is no company when it is over', () => {
  const team = new LiveTeam(compile(extinguish, kitchen))
  team.join(ann, 'trainee')
  team.act(ann, 'begin')
  team.lives(
    [ann, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: ann, on: true }],
    [instructor, { act: 'take-over', person: ann }],
  )
  team.act(ann, 'pause')
  team.wait(500)
  expect(team.state.phase).toBe('running')
  team.lives([instructor, { act: 'hand-back' }])
  team.wait(100)
  expect(team.state.phase).toBe('paused')
  team.act(ann, 'resume')
  expect(team.state.phase).toBe('running')
})

test('ENG-97 what is between the helper and somebody else ends nothing', () => {
  const team = takenOver()
  team.lives(
    [cat, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: cat, on: true }],
    [instructor, { act: 'help', person: cat, on: false }],
  )
  expect(team.now.takeOver).toMatchObject({ helper: instructor, person: ben })
  team.lives([instructor, { act: 'help', person: ben, on: false }])
  expect(team.now.takeOver).toBeNull()
})
