import { expect, test } from 'vitest'
import { ann, ben, cat, instructor, liveTeam } from '#shared/live/live-team.fixture.ts'
import type { Compiled } from './compiled.ts'
import { step } from './lockout.fixture.ts'
import { inTurn, lockoutWith } from './team.fixture.ts'

const pressed = (target: string): object => ({ type: 'acted', action: 'press', target })

const counted = { type: 'setVar', variable: 'count', add: 1 }
const oneTwoThree = (): Compiled =>
  lockoutWith({
    procedure: inTurn(
      { type: 'checkpoint', id: 'start' },
      step('one', ['lead'], pressed('start-button'), {
        transitions: [
          { when: pressed('stop-button'), kind: 'mistake', to: 'stay' },
          { when: pressed('start-button'), kind: 'correct', consequences: [counted] },
        ],
        exit: [counted],
      }),
      step('two', ['lead'], pressed('start-button')),
      step('three', ['lead'], pressed('start-button'), {
        transitions: [{ when: pressed('start-button'), kind: 'correct', to: { end: 'done' } }],
      }),
    ),
    rules: [],
  })

test('ENG-92 on: the way that is right with its consequences, and nobody did it', () => {
  const team = liveTeam(oneTwoThree())
  team.lives([instructor, { act: 'step', move: 'on' }])
  expect([team.steps(), team.state.variables['count']]).toEqual([['two'], 2])
  expect(team.state.nodes['one']).toMatchObject({ status: 'done', how: 'skipped' })
  expect(team.seen('stepEnded')).toMatchObject([{ step: 'one', how: 'skipped', movedBy: instructor }])
  expect(team.told('stepped')).toEqual([
    { by: instructor, change: { what: 'stepped', move: 'on', steps: ['one'] } },
  ])
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'press', 'start-button')
  expect(team.state.result?.score.criteria[0]).toMatchObject({ id: 'done', value: 0.667 })
})

test('ENG-93 skip: the same way without them, and it counts for nobody', () => {
  const team = liveTeam(oneTwoThree())
  team.lives([instructor, { act: 'step', move: 'skip' }])
  expect([team.steps(), team.state.variables['count']]).toEqual([['two'], 1])
  expect(team.state.nodes['one']).toMatchObject({ status: 'skipped' })
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'press', 'start-button')
  expect(team.state.result?.score.criteria[0]).toMatchObject({ id: 'done', value: 1 })
})

test('ENG-92 ENG-93 the last one leads to the end; of several due one can be named', () => {
  const team = liveTeam(oneTwoThree())
  for (const move of ['on', 'skip', 'skip'] as const) team.lives([instructor, { act: 'step', move }])
  expect(team.state.result).toMatchObject({ outcome: 'done' })
  const lanes = liveTeam()
  expect(lanes.live(instructor, { act: 'step', move: 'on', step: 'work' })).toBe('not-now')
  expect(lanes.live(instructor, { act: 'step', move: 'on', step: 'lanes' })).toBe('unknown-thing')
  lanes.lives([instructor, { act: 'step', move: 'on', step: 'mechanic-lock' }])
  expect(lanes.steps()).toEqual(['isolate'])
  lanes.lives([instructor, { act: 'step', move: 'on' }], [instructor, { act: 'step', move: 'on' }])
  expect(lanes.steps()).toEqual(['try-start'])
})

test('ENG-94 back: with the world as it was at the checkpoint before it, else the step alone', () => {
  const team = liveTeam(oneTwoThree())
  expect(team.live(instructor, { act: 'step', move: 'back' })).toBe('not-now')
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'toggle', 'breaker')
  team.lives([instructor, { act: 'step', move: 'back' }])
  expect([team.steps(), team.state.entities['breaker']?.state]).toEqual([['two'], 'off'])
  expect(team.seen('stepEnded').at(-1)).toMatchObject({
    step: 'three',
    how: 'skipped',
    movedBy: instructor,
  })
  team.lives([instructor, { act: 'step', move: 'back' }])
  expect([team.steps(), team.state.entities['breaker']?.state, team.state.variables['count']]).toEqual([
    ['one'],
    'on',
    0,
  ])
  expect(team.seen('cue').at(-1)).toMatchObject({ kind: 'restored', data: { checkpoint: 'start' } })
  expect(team.live(instructor, { act: 'step', move: 'back' })).toBe('not-now')
})

test('ENG-94 in one lane, what others did beside it stays', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'lead' }])
  team.act(ann, 'toggle', 'breaker')
  for (const actor of [ben, cat]) team.put(actor, 'personal-lock', 'box-hasp')
  team.act(ann, 'grab', 'personal-lock')
  team.lives([instructor, { act: 'step', move: 'back', step: 'isolate' }])
  expect([team.steps(), team.state.entities['breaker']?.state]).toEqual([['isolate'], 'on'])
  expect([team.place('personal-lock@1'), team.person(ann).holding]).toEqual([{ kind: 'home' }, {}])
  expect(team.place('personal-lock@2')).toMatchObject({ kind: 'socket' })
})

test('ENG-94 what a step uses is as it was when it began, also in hands', () => {
  const until = (id: string, state: string): object =>
    step(id, ['lead'], { type: 'stateIs', entity: 'valve', state }, { uses: ['valve', 'wrench'] })
  const team = liveTeam(
    lockoutWith({
      procedure: inTurn(until('one', 'half'), until('two', 'closed'), until('three', 'open')),
      rules: [],
    }),
  )
  team.act(ann, 'grab', 'wrench')
  team.lives([instructor, { act: 'lead' }])
  team.act(ann, 'turn', 'valve')
  team.act(ann, 'release', 'wrench', { at: [0, 500, 0] })
  team.act(ann, 'turn', 'valve')
  expect([team.steps(), team.place('wrench')]).toEqual([
    ['three'],
    { kind: 'rest', position: [0, 500, 0], yaw: 0 },
  ])
  team.lives([instructor, { act: 'step', move: 'back' }])
  expect([team.steps(), team.state.entities['valve']?.state, team.person(ann).holding]).toEqual([
    ['two'],
    'half',
    { right: 'wrench' },
  ])
  team.lives([instructor, { act: 'step', move: 'back' }])
  expect([team.steps(), team.state.entities['valve']?.state]).toEqual([['one'], 'open'])
  expect(
    team
      .seen('entityChanged')
      .slice(-2)
      .map(({ state }) => state),
  ).toEqual(['half', 'open'])
})

test('ENG-94 what was of somebody who was removed meanwhile does not come back', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'lead' }])
  team.act(ann, 'toggle', 'breaker')
  team.act(ann, 'toggle', 'lockbox')
  for (const actor of [ann, ben, cat]) team.put(actor, 'personal-lock', 'box-hasp')
  team.act(ann, 'press', 'start-button')
  team.act(ben, 'toggle', 'coupling')
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.lives(
    [instructor, { act: 'step', move: 'on', step: 'unlock' }],
    [instructor, { act: 'step', move: 'back', step: 'unlock' }],
  )
  expect(team.state.entities['personal-lock@3']).toMatchObject({ place: { kind: 'home' }, hidden: true })
  for (const actor of [ben, ann]) {
    team.act(actor, 'grab', 'personal-lock')
    team.act(actor, 'release', 'personal-lock')
  }
  expect(team.act(ann, 'toggle', 'lockbox')).toBeNull()
})
