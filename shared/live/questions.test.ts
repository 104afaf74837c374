import { expect, test } from 'vitest'
import { inTurn } from '#shared/procedure/team.fixture.ts'
import { lockoutWith } from '#shared/procedure/team.fixture.ts'
import { step } from '#shared/procedure/lockout.fixture.ts'
import { viewFor } from '#shared/session/view-for.ts'
import { leadView } from './lead-view.ts'
import { ann, ben, cat, instructor, liveTeam, sam, tess, type LiveTeam } from './live-team.fixture.ts'
import { liveView } from './view-for-live.ts'

const pressed = (target: string): object => ({ type: 'acted', action: 'press', target })
const names = ['one', 'two', 'three', 'four', 'five', 'six']
/** Ann presses the button six times. */
const sixSteps = lockoutWith({
  procedure: inTurn(...names.map((id) => step(id, ['lead'], pressed('start-button')))),
  rules: [],
})
const press = (team: LiveTeam): void => void team.act(ann, 'press', 'start-button')

function asked(): LiveTeam {
  const team = liveTeam(sixSteps)
  team.lives([instructor, { act: 'pass', to: ann }], [instructor, { act: 'ask-next' }])
  return team
}

test('LS-40 the right option is what is due for who leads, the others are still to come; never one that is done', () => {
  const team = asked()
  const { poll } = team.now
  expect(poll).toMatchObject({ n: 1, correct: 'one', closed: false, answers: {} })
  expect(poll?.options).toHaveLength(4)
  for (let n = 2; n < 6; n += 1) {
    press(team)
    team.lives([instructor, { act: 'ask-next' }])
    const { correct = '', options = [] } = team.now.poll ?? {}
    expect([correct, options.includes(correct)]).toEqual([names[n - 1], true])
    expect(options.filter((id) => names.indexOf(id) < n - 1)).toEqual([])
    expect(new Set(options).size).toBe(options.length)
    expect(options.length).toBe(Math.min(4, 7 - n))
  }
  press(team)
  expect([team.steps(), team.live(instructor, { act: 'ask-next' })]).toEqual([['six'], 'not-now'])
})

test('LS-40 the seed says which and in what order: the same again, and not always the same', () => {
  expect(asked().now.poll).toEqual(asked().now.poll)
  const orders = new Set<string>()
  const team = asked()
  for (let n = 0; n < 12; n += 1) {
    orders.add(JSON.stringify(team.now.poll?.options))
    team.wait(31_000)
    team.lives([instructor, { act: 'ask-next' }])
  }
  expect(orders.size).toBeGreaterThan(6)
})

test('LS-41 by itself before every second step of who leads', () => {
  const team = liveTeam(sixSteps)
  team.lives([instructor, { act: 'pass', to: ann }], [instructor, { act: 'polls', every: 2 }])
  for (let n = 0; n < 4; n += 1) press(team)
  expect(team.told('polled').map(({ change }) => change.step)).toEqual(['three', 'five'])
  expect(team.live(instructor, { act: 'polls', every: 21 })).toBe('malformed')
  team.lives([instructor, { act: 'pass', to: ben }])
  press(team)
  expect(team.told('polled')).toHaveLength(2)
})

test('LS-42 followers answer once; not who leads or does the step; then it is told what was right', () => {
  const team = asked()
  const { options = [] } = team.now.poll ?? {}
  const wrong = options.find((id) => id !== 'one') ?? ''
  const answer = (person: string, option: string) => team.live(person, { act: 'answer', poll: 1, option })
  expect([
    answer(ann, 'one'),
    answer(ben, 'nothing'),
    answer(ben, wrong),
    answer(ben, 'one'),
    answer(sam, 'one'),
  ]).toEqual(['not-allowed', 'malformed', null, 'already-so', null])
  team.lives([ann, { act: 'let-go' }])
  expect(answer(ann, 'one')).toBe('not-allowed')
  expect(liveView(team.compiled, team.state).poll).toMatchObject({ correct: null, answered: 2 })
  const { heat } = leadView(team.compiled, team.state)
  expect(heat).toEqual({
    poll: 1,
    counts: { ...Object.fromEntries(options.map((id) => [id, 0])), [wrong]: 1, one: 1 },
  })
  press(team)
  expect(liveView(team.compiled, team.state).poll).toMatchObject({ correct: 'one', answered: 2 })
  expect(answer(cat, 'one')).toBe('not-now')
  expect(team.told('answered').map(({ by, change }) => [by, change.option, change.right])).toEqual([
    [ben, wrong, false],
    [sam, 'one', true],
  ])
  expect(team.told('pollClosed').map(({ change }) => change)).toEqual([
    { what: 'pollClosed', poll: 1, step: 'one', answered: 2, right: 1 },
  ])
})

test('LS-42 after half a minute it is closed', () => {
  const team = asked()
  expect(team.live(instructor, { act: 'ask-next' })).toBe('already-so')
  team.wait(29_900)
  expect(team.now.poll?.closed).toBe(false)
  team.wait(100)
  expect(team.now.poll?.closed).toBe(true)
})

test('LS-43 what is asked for is not shown meanwhile to who has no role', () => {
  const everybodys = lockoutWith({
    procedure: inTurn(...names.map((id) => step(id, [], pressed('start-button')))),
    rules: [],
  })
  const team = liveTeam(everybodys)
  const shown = (person: string, role: string) =>
    viewFor(team.compiled, team.state, { person, role }).step?.id
  team.lives([instructor, { act: 'pass', to: ann }])
  expect([shown(tess, ''), shown(ann, 'lead')]).toEqual(['one', 'one'])
  team.lives([instructor, { act: 'ask-next' }])
  expect([shown(tess, ''), shown(ann, 'lead')]).toEqual([undefined, 'one'])
  team.wait(30_000)
  expect(shown(tess, '')).toBe('one')
})

test('LS-43 nor told to who waits for it', () => {
  const team = liveTeam(sixSteps)
  const waitsFor = () =>
    viewFor(team.compiled, team.state, { person: ben, role: 'mechanic' }).team?.waitingFor
  expect(waitsFor()?.title).toMatchObject({ en: 'one' })
  team.lives([instructor, { act: 'pass', to: ann }], [instructor, { act: 'ask-next' }])
  expect(waitsFor()).toMatchObject({ people: [ann], title: null })
})
