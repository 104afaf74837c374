import { expect, test } from 'vitest'
import { step } from './lockout.fixture.ts'
import { ann, ben, cat, inTurn, isDone, next, threeUntil, threeWith, type Team } from './team.fixture.ts'

test('ENG-74 simultaneous: each act by another person, within the time', () => {
  const both = (more: object = {}): object => ({
    type: 'simultaneous',
    withinMs: 500,
    acts: [
      { action: 'press', target: 'start-button', ...more },
      { action: 'press', target: 'stop-button' },
    ],
  })
  const press = (team: Team, actor: string, button: string) => void team.act(actor, 'press', button)
  const late = threeUntil(both())
  press(late, ben, 'start-button')
  late.wait(600)
  press(late, cat, 'stop-button')
  expect(isDone(late)).toBe(false)
  press(late, ben, 'start-button')
  expect(isDone(late)).toBe(true)
  const alone = threeUntil(both())
  press(alone, ben, 'start-button')
  press(alone, ben, 'stop-button')
  press(alone, ann, 'stop-button')
  expect(isDone(alone)).toBe(false)
  press(alone, cat, 'start-button')
  expect(isDone(alone)).toBe(true)
  const byRole = threeUntil(both({ role: 'lead' }))
  press(byRole, ben, 'start-button')
  press(byRole, cat, 'stop-button')
  expect(isDone(byRole)).toBe(false)
  press(byRole, ann, 'start-button')
  expect(isDone(byRole)).toBe(true)
})

test('ENG-74 the same act by two people', () => {
  const act = { action: 'press', target: 'start-button' }
  const team = threeUntil({ type: 'simultaneous', withinMs: 500, acts: [act, act] })
  team.act(ben, 'press', 'start-button')
  team.act(ben, 'press', 'start-button')
  expect(isDone(team)).toBe(false)
  team.act(cat, 'press', 'start-button')
  expect(isDone(team)).toBe(true)
})

const lane = (id: string, ...of: object[]): object => ({ type: 'sequence', id, of })
const meet = (id: string, name = 'here'): object => ({ type: 'barrier', id, meet: name })
const lanes = (more: object, ...of: object[]): object =>
  inTurn({ type: 'parallel', id: 'lanes', of, ...more }, next)
const acts = (button: string): object => ({ type: 'acted', action: 'press', target: `${button}-button` })

test('ENG-75 a barrier opens when all of its meeting have been reached, and not twice', () => {
  const team = threeWith({
    procedure: lanes(
      {},
      lane('a', step('a1', ['lead'], acts('start')), meet('a-here'), step('a2', ['lead'], acts('start'))),
      lane(
        'b',
        step('b1', ['mechanic'], acts('stop')),
        meet('b-here'),
        step('b2', ['mechanic'], acts('stop')),
      ),
    ),
  })
  team.act(ann, 'press', 'start-button')
  team.act(ann, 'press', 'start-button')
  expect(team.steps()).toEqual(['b1'])
  team.act(ben, 'press', 'stop-button')
  expect(team.steps()).toEqual(['a2', 'b2'])
  team.act(ben, 'press', 'stop-button')
  expect(team.steps()).toEqual(['a2'])
})

test('ENG-75 nobody waits for a barrier that is left out', () => {
  const left = {
    type: 'branch',
    id: 'maybe',
    paths: [{ when: { type: 'mode', is: ['exam'] }, node: meet('b-here') }],
  }
  const team = threeWith({
    procedure: lanes(
      {},
      lane('a', meet('a-here'), step('a1', ['lead'], acts('start'))),
      lane('b', left, step('b1', ['mechanic'], acts('stop'))),
    ),
  })
  expect(team.steps()).toEqual(['a1', 'b1'])
})
