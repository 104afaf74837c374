import { expect, test } from 'vitest'
import { ann, ben, instructor, liveTeam, sam } from './live-team.fixture.ts'
import { leadView } from './lead-view.ts'
import { liveView } from './view-for-live.ts'

test('LS-70 everybody sees who leads, helps, watches and asks, and no more', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'pass', to: ann }],
    [ben, { act: 'ask-help', on: true }],
    [ann, { act: 'help', person: ben, on: true }],
    [sam, { act: 'watch', way: 'eyes', of: ann }],
    [ann, { act: 'draw', id: 'a', shape: 'stroke', anchor: '', points: [1, 2, 3], color: 0, done: true }],
    [instructor, { act: 'ask-next' }],
    [sam, { act: 'answer', poll: 1, option: team.compiled.steps[0]?.id ?? '' }],
  )
  const view = liveView(team.compiled, team.state)
  expect(view).toMatchObject({
    leader: ann,
    help: [{ person: ben, helper: ann }],
    watchers: { [ann]: 1 },
    poll: { n: 1, correct: null, answered: 1 },
  })
  const words = JSON.stringify(view)
  for (const secret of ['mechanic-lock"', 'annotations', 'answers', 'stroke'])
    expect([secret, words.replaceAll(/"options":\[.*?\]/g, '').includes(secret)]).toEqual([secret, false])
  expect(leadView(team.compiled, team.state)).toMatchObject({
    help: [{ person: ben, step: 'mechanic-lock', helper: ann, title: { en: 'mechanic-lock' } }],
    heat: { poll: 1 },
    watching: { [sam]: { way: 'eyes', of: ann } },
  })
  const due = leadView(team.compiled, team.state).steps.filter(({ status }) => status === 'active')
  expect(due.map(({ id, people }) => [id, people.length])).toEqual([
    ['isolate', 1],
    ['mechanic-lock', 2],
  ])
})

test('LS-70 who is acted for tells nobody the answer', () => {
  const team = liveTeam()
  team.lives(
    [ben, { act: 'ask-help', on: true }],
    [instructor, { act: 'help', person: ben, on: true }],
    [instructor, { act: 'take-over', person: ben }],
    [instructor, { act: 'lead' }],
    [instructor, { act: 'ask-next' }],
  )
  const { takeOver, poll } = liveView(team.compiled, team.state)
  expect(takeOver).toEqual({ helper: instructor, person: ben })
  expect(poll?.options.map(({ id }) => id)).toContain('mechanic-lock')
})

test('LS-71 the same object while nothing in it changed', () => {
  const team = liveTeam()
  const view = liveView(team.compiled, team.state)
  const lead = leadView(team.compiled, team.state)
  const stroke = {
    act: 'draw',
    shape: 'stroke',
    anchor: '',
    points: [1, 2, 3],
    color: 0,
    done: true,
  } as const
  team.wait(500)
  team.lives([instructor, { ...stroke, id: 'a' }], [instructor, { act: 'ping', anchor: '', at: [0, 0, 0] }])
  expect(liveView(team.compiled, team.state, view)).toBe(view)
  expect(leadView(team.compiled, team.state, lead)).toBe(lead)
  team.lives([sam, { act: 'watch', way: 'eyes', of: ann }])
  expect(liveView(team.compiled, team.state, view)).not.toBe(view)
  expect(leadView(team.compiled, team.state, lead)).not.toBe(lead)
})
