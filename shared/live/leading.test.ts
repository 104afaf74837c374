import { expect, test } from 'vitest'
import { cuesFor } from '#shared/session/cues.ts'
import { ann, ben, cat, instructor, liveTeam, sam } from './live-team.fixture.ts'
import { liveView } from './view-for-live.ts'

const at = [1000, 0, -2000] as const

test('LS-6 after the end nothing is possible, and nothing changes', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'lead' }])
  team.take({ kind: 'abandon' })
  const before = team.state
  expect(team.live(instructor, { act: 'let-go' })).toBe('not-now')
  expect([team.state.live, team.state.eventCount]).toEqual([before.live, before.eventCount])
})

test('LS-10 the attention is taken, passed, given back and let go of; every change of it is told', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'lead' }],
    [instructor, { act: 'follow-me', on: true }],
    [instructor, { act: 'pass', to: ann }],
  )
  expect(team.now).toMatchObject({ leader: ann, passedBy: instructor, followMe: false })
  expect(team.live(ann, { act: 'pass', to: ann })).toBe('not-allowed')
  team.lives([ann, { act: 'let-go' }])
  expect(team.now).toMatchObject({ leader: null, passedBy: null })
  expect(team.live(instructor, { act: 'let-go' })).toBe('already-so')
  expect(team.live(instructor, { act: 'follow-me', on: true })).toBe('not-now')
  expect(team.told('led').map(({ by, change: { leader, was, how } }) => [by, leader, was, how])).toEqual([
    [instructor, instructor, null, 'taken'],
    [instructor, ann, instructor, 'passed'],
    [ann, null, ann, 'let-go'],
  ])
  expect(team.told('followMe').map(({ change }) => change.on)).toEqual([true, false])
})

test('LS-10 the attention goes to nobody who is away, has no body, or does not share; who takes it shares', () => {
  const team = liveTeam()
  team.lives([ben, { act: 'share-view', on: false }])
  const refusals = ['nobody', sam, ben].map((to) => team.live(instructor, { act: 'pass', to }))
  expect(refusals).toEqual(['unknown-person', 'not-allowed', 'not-shared'])
  team.host = ben
  team.lives([ben, { act: 'lead' }])
  expect(team.now).toMatchObject({ leader: ben, unshared: [] })
  expect(team.live(ben, { act: 'share-view', on: false })).toBe('not-now')
})

test('LS-11 a view that is not shared is in no spotlight and watched by nobody', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'spotlight', person: ben }],
    [sam, { act: 'watch', way: 'window', of: ben }],
    [ben, { act: 'share-view', on: false }],
  )
  expect(team.now).toMatchObject({ spotlight: null, watching: {}, unshared: [ben] })
  expect(team.live(instructor, { act: 'spotlight', person: ben })).toBe('not-shared')
  expect(team.live(sam, { act: 'watch', way: 'eyes', of: ben })).toBe('not-shared')
  expect(team.live(sam, { act: 'watch', way: 'eyes', of: instructor })).toBe(null)
  expect(['nobody', sam].map((of) => team.live(cat, { act: 'watch', way: 'eyes', of }))).toEqual([
    'unknown-person',
    'not-allowed',
  ])
  expect(team.live(cat, { act: 'watch', way: 'eyes', of: '' })).toBe('malformed')
})

test('LS-12 calls to a place are counted, for all or for one', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'summon', position: at, yaw: 900 }],
    [instructor, { act: 'summon', to: ben, position: at, yaw: 0 }],
  )
  expect(team.now.summons).toEqual({ n: 2, by: instructor, to: ben, position: at, yaw: 0 })
  for (const position of [
    [0.5, 0, 0],
    [0, 0, 100_001],
    [0, Number.NaN, 0],
  ] as const)
    expect(team.live(instructor, { act: 'summon', position, yaw: 0 })).toBe('malformed')
  expect(team.live(instructor, { act: 'summon', to: 'nobody', position: at, yaw: 0 })).toBe('unknown-person')
})

test('LS-13 LS-14 a hint reaches one person, a sign everybody, and neither stays', () => {
  const team = liveTeam()
  const before = team.events.length
  team.lives(
    [instructor, { act: 'hint', to: ben, text: 'Lower your hand.' }],
    [ann, { act: 'ping', anchor: 'breaker', at }],
  )
  const cues = (person: string) =>
    cuesFor(team.compiled, team.events.slice(before), { person, role: '' }, 'practice')
  const ping = { kind: 'ping', by: ann, anchor: 'breaker', at }
  expect(cues(ben)).toEqual([{ kind: 'privateHint', by: instructor, text: 'Lower your hand.' }, ping])
  for (const other of [ann, cat, sam]) expect(cues(other)).toEqual([ping])
  expect(JSON.stringify(team.now)).not.toContain('Lower')
  for (const text of ['', ' ', '\ud800', 'Press\u2067'])
    expect(team.live(instructor, { act: 'hint', to: ben, text })).toBe('malformed')
  expect(team.live(instructor, { act: 'hint', to: ben, text: 'x'.repeat(281) })).toBe('too-long')
})

test('LS-14 "look there" stays until it is taken back, at things that are there', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'look-here', anchor: 'personal-lock@2', at }])
  expect(liveView(team.compiled, team.state).lookHere).toEqual({
    by: instructor,
    anchor: 'personal-lock@2',
    at,
  })
  expect(team.live(instructor, { act: 'look-here', anchor: 'personal-lock', at })).toBe('unknown-thing')
  team.lives([instructor, { act: 'look-here', anchor: '', at: null }])
  expect(team.now.lookHere).toBeNull()
  expect(team.live(instructor, { act: 'look-here', anchor: '', at: null })).toBe('already-so')
})

test('LS-16 in an exam nobody is given words, helped, asked or moved on; LS-15 only instructors stop everybody', () => {
  const team = liveTeam(undefined, 'exam')
  team.host = ann
  const not = [
    team.live(instructor, { act: 'hint', to: ben, text: 'x' }),
    team.live(ben, { act: 'ask-help', on: true }),
    team.live(instructor, { act: 'ask-next' }),
    team.live(instructor, { act: 'polls', every: 1 }),
    team.live(instructor, { act: 'step', move: 'on' }),
  ]
  expect(not).toEqual(['not-now', 'not-now', 'not-now', 'not-now', 'not-now'])
  expect(team.live(ann, { act: 'pause-all', on: true })).toBe('not-allowed')
  expect(team.live(instructor, { act: 'pause-all', on: true })).toBeNull()
})

test('LS-17 hands stand in order until they are seen to; at most fifty', () => {
  const team = liveTeam()
  team.lives([sam, { act: 'raise-hand', on: true }], [ben, { act: 'raise-hand', on: true }])
  expect(team.now.hands).toEqual([sam, ben])
  expect(team.live(sam, { act: 'raise-hand', on: true })).toBe('already-so')
  team.lives([instructor, { act: 'lower-hand', person: sam }], [ben, { act: 'raise-hand', on: false }])
  expect(team.now.hands).toEqual([])
  for (let n = 0; n < 51; n += 1) {
    team.kinds.set(`s${n}`, 'spectator')
    expect(team.live(`s${n}`, { act: 'raise-hand', on: true })).toBe(n < 50 ? null : 'too-many')
  }
})
