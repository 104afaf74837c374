import { expect, test } from 'vitest'
import { extinguish } from './extinguish.fixture.ts'
import { compile } from './compile.ts'
import { kitchen } from './kitchen.fixture.ts'
import { step } from './lockout.fixture.ts'
import { begunBy } from './person.fixture.ts'
import {
  ann,
  begunTeam,
  ben,
  bot,
  cat,
  inTurn,
  instructor,
  lockoutWith,
  next,
  performLockout,
  threeWith,
  type Team,
} from './team.fixture.ts'

const bookmark = (label: string): object => ({ type: 'bookmark', label })
const labels = (team: Team): unknown[] => team.seen('cue').map(({ data, actor }) => [data['label'], actor])

test('ENG-76 what comes of it is about who acted, else who made it true, else the first in the role', () => {
  const rules = [
    { id: 'close', when: { type: 'inZone', zone: 'at-pump' }, consequences: [bookmark('close')] },
    { id: 'held', when: { type: 'held', entity: 'wrench' }, consequences: [bookmark('held')] },
    {
      id: 'lead-only',
      roles: ['lead'],
      when: { type: 'stateIs', entity: 'breaker', state: 'off' },
      consequences: [bookmark('lead')],
    },
    { id: 'later', when: { type: 'elapsed', ms: 5000 }, consequences: [bookmark('later')] },
  ]
  const team = threeWith({ rules })
  team.observe(cat, { 'zone:at-pump': 1 })
  team.act(ben, 'grab', 'wrench')
  team.act(cat, 'toggle', 'breaker')
  team.wait(5000)
  expect(labels(team)).toEqual([
    ['close', cat],
    ['held', ben],
    ['lead', ann],
    ['later', ann],
  ])
})

test('ENG-76 nobody who is away is the first in a role', () => {
  const when = { type: 'elapsed', ms: 5000 }
  const team = threeWith({ rules: [{ id: 'm', roles: ['mechanic'], when, consequences: [bookmark('m')] }] })
  team.take({ kind: 'pause', actor: ben, reason: 'hidden' })
  team.wait(5000)
  expect(labels(team)).toEqual([['m', cat]])
})

test('ENG-76 a mistake is in the step that is due for who made it', () => {
  const wrong = { category: 'unsafe', severity: 'minor', text: { en: 'no' }, remedy: { en: 'yes' } }
  const team = threeWith({
    rules: [{ id: 'close', once: false, when: { type: 'inZone', zone: 'at-pump' }, mistake: wrong }],
  })
  team.observe(cat, { 'zone:at-pump': 1 })
  expect(team.state.mistakes).toMatchObject([{ actor: cat, step: 'mechanic-lock' }])
  team.observe(cat, { 'zone:at-pump': 0 })
  team.observe(ann, { 'zone:at-pump': 1 })
  expect(team.state.mistakes[1]).toMatchObject({ actor: ann, step: 'isolate' })
})

test('ENG-77 events of a step name the people in its roles, and no bots', () => {
  const team = threeWith({})
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.join(bot, 'mechanic', { bot: true })
  performLockout(team, [ben, bot])
  expect(team.state.result).toMatchObject({ outcome: 'done', success: true })
  const actors = Object.fromEntries(team.seen('stepEnded').map(({ step: id, actors: of }) => [id, of]))
  expect(actors).toEqual({
    isolate: [ann],
    'lead-lock': [ann],
    'mechanic-lock': [ben],
    'try-start': [ann],
    work: [ben],
    unlock: [ben],
    'open-box': [ann],
  })
  expect(team.seen('taskEnded').map(({ task, actors: of }) => [task, of])).toEqual([
    ['mechanic-lane', [ben]],
    ['lead-lane', [ann]],
  ])
  expect(team.seen('ended').map(({ actors: of }) => of)).toEqual([[ann, ben]])
  expect(team.seen('sessionStarted')[0]?.actors).toEqual([ann, ben])
})

test('ENG-77 a bot’s mistake is nobody’s, an asked hint is of who asked', () => {
  const team = threeWith({})
  team.take({ kind: 'remove', actor: cat, by: instructor })
  team.join(bot, 'mechanic', { bot: true })
  team.act(bot, 'toggle', 'coupling')
  expect([team.act(ben, 'hint'), team.act(ann, 'hint')]).toEqual(['no-hint', null])
  expect(team.seen('mistake').map(({ actor, actors }) => [actor, actors])).toEqual([[bot, []]])
  expect(team.seen('hint').map(({ actors }) => actors)).toEqual([[ann]])
})

test('ENG-77 a run of one names nobody but actors', () => {
  const person = begunBy(compile(extinguish, kitchen), 'practice')
  person.act('hint')
  person.act('press', 'call-point')
  expect(person.seen('stepEnded')).toHaveLength(1)
  expect(person.events.filter((event) => 'actors' in event)).toEqual([])
})

test('ENG-78 everybody has a verdict of their own beside the team’s', () => {
  const team = threeWith({})
  team.act(ann, 'hint')
  team.act(cat, 'toggle', 'coupling')
  performLockout(team, [ben, cat])
  team.act(cat, 'toggle', 'coupling')
  const ended = team.seen('ended')[0]
  const people = ended?.people ?? {}
  expect(Object.keys(people).toSorted()).toEqual([ann, ben, cat].toSorted())
  expect([ended?.score.passed, ...[ann, ben, cat].map((id) => people[id]?.score.passed)]).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(people[cat]?.score.vetoedBy).toBe('worked-unprotected')
  expect(people[ben]).toMatchObject({ role: 'mechanic', score: { scaled: 1 } })
  expect(team.state.result?.people).toEqual(people)
})

test('ENG-78 what others left undone is not one’s own', () => {
  const pressed = (target: string): object => ({ type: 'acted', action: 'press', target, since: 'start' })
  const lanes = [
    step('a', ['lead'], pressed('start-button')),
    step('b', ['mechanic'], pressed('start-button')),
    step('c', ['mechanic'], { type: 'elapsed', ms: 60_000 }, { optional: true }),
  ]
  const team = threeWith({
    procedure: { type: 'parallel', id: 'all', of: lanes },
    rules: [{ id: 'over', when: pressed('stop-button'), consequences: [{ type: 'end', outcome: 'done' }] }],
  })
  team.act(ben, 'press', 'start-button')
  team.act(ben, 'press', 'stop-button')
  const { people = {}, score } = team.seen('ended')[0] ?? {}
  const done = (of: typeof score) => of?.criteria.find(({ id }) => id === 'done')?.value
  expect([score, people[ann]?.score, people[ben]?.score].map(done)).toEqual([0.5, 0, 1])
})

test('ENG-78 who left before the end is said to have', () => {
  const team = threeWith({})
  team.act(cat, 'leave')
  performLockout(team, [ben])
  expect(team.seen('ended')[0]?.people).toMatchObject({ [cat]: { left: true }, [ben]: { role: 'mechanic' } })
  expect(team.seen('ended')[0]?.people?.[ben]).not.toHaveProperty('left')
})

test('ENG-12 what a step unlocks it unlocks for its roles', () => {
  const guided = begunTeam(undefined, 'guided')
  expect([guided.act(ben, 'toggle', 'breaker'), guided.act(ann, 'toggle', 'breaker')]).toEqual([
    'locked',
    null,
  ])
  expect([guided.act(ann, 'grab', 'personal-lock'), guided.act(ben, 'grab', 'personal-lock')]).toEqual([
    null,
    null,
  ])
})

test('ENG-34 a checkpoint knows nothing of who came or went since', () => {
  const team = begunTeam(
    lockoutWith({
      procedure: inTurn({ type: 'checkpoint', id: 'saved' }, next),
      rules: [
        {
          id: 'back',
          when: { type: 'acted', action: 'press', target: 'stop-button', since: 'start' },
          consequences: [{ type: 'restoreCheckpoint', checkpoint: 'saved' }],
        },
      ],
    }),
  )
  team.act(ben, 'grab', 'wrench')
  team.join(cat, 'mechanic')
  team.act(cat, 'grab', 'personal-lock')
  team.act(cat, 'grab', 'tool-bag', { hand: 'left' })
  team.take({ kind: 'remove', actor: ben, by: instructor })
  expect([team.act(ann, 'reach', 'tool-bag@3'), team.state.reaching.length]).toEqual([null, 1])
  team.act(ann, 'press', 'stop-button')
  expect([ann, ben, cat].map((id) => team.person(id).holding)).toEqual([{}, {}, {}])
  expect(team.state.entities['personal-lock@3']).toEqual({ place: { kind: 'home' }, state: 'shut' })
  expect(team.state.entities['personal-lock@2']).toMatchObject({ hidden: true })
  expect(team.state.reaching).toEqual([])
})
