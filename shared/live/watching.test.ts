import { expect, test } from 'vitest'
import { isMentioned } from './gone.ts'
import { ann, ben, cat, instructor, liveTeam, sam, tess } from './live-team.fixture.ts'

test('LS-50 how long somebody watched is told when the way changes and when a step ends, from two seconds on', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'pass', to: ann }], [sam, { act: 'watch', way: 'window', of: ann }])
  team.wait(1900)
  team.lives([sam, { act: 'watch', way: 'eyes', of: ann }])
  expect(team.told('observed')).toEqual([])
  team.wait(3000)
  team.act(ann, 'toggle', 'breaker')
  team.wait(2500)
  team.lives([sam, { act: 'watch', way: 'free', of: '' }])
  team.wait(5000)
  expect(team.live(sam, { act: 'watch', way: 'free', of: '' })).toBe('already-so')
  expect(team.told('observed')).toEqual([
    {
      by: sam,
      change: { what: 'observed', of: ann, way: 'eyes', step: 'isolate', durationMs: 3050, leader: ann },
    },
    {
      by: sam,
      change: { what: 'observed', of: ann, way: 'eyes', step: 'lead-lock', durationMs: 2550, leader: ann },
    },
  ])
})

test('LS-50 what ends for others does not end it for who watches somebody; who has no role sees any step', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'lead' }],
    [sam, { act: 'watch', way: 'beside', of: ben }],
    [tess, { act: 'watch', way: 'ghost', of: instructor }],
  )
  team.wait(4000)
  team.act(ann, 'toggle', 'breaker')
  expect(team.told('observed').map(({ by, change }) => [by, change.step])).toEqual([[tess, 'isolate']])
  team.wait(4000)
  team.take({ kind: 'abandon' })
  expect(team.told('observed').map(({ by, change }) => [by, change.of, change.step])).toEqual([
    [tess, instructor, 'isolate'],
    [tess, instructor, 'lead-lock'],
    [sam, ben, 'mechanic-lock'],
  ])
  expect(team.events.at(-1)?.type).toBe('ended')
})

test('LS-60 LS-61 who leaves leaves nothing open behind; what they made stays', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'allow', what: 'draw', person: ben, on: true }],
    [instructor, { act: 'allow', what: 'speak', person: cat, on: false }],
    [instructor, { act: 'pass', to: ben }],
    [ben, { act: 'spotlight', person: ben }],
    [ben, { act: 'look-here', anchor: '', at: [0, 0, 0] }],
    [ben, { act: 'summon', position: [0, 0, 0], yaw: 0 }],
    [ben, { act: 'draw', id: 'a', shape: 'stroke', anchor: '', points: [0, 0, 0], color: 0, done: false }],
    [ben, { act: 'ask-help', on: true }],
    [cat, { act: 'ask-help', on: true }],
    [ben, { act: 'help', person: cat, on: true }],
    [sam, { act: 'watch', way: 'eyes', of: ben }],
    [ben, { act: 'watch', way: 'beside', of: ann }],
  )
  expect([ben, cat, sam, tess].map((each) => isMentioned(team.now, each))).toEqual([true, true, true, false])
  team.wait(3000)
  team.act(ben, 'leave')
  expect(team.now).toMatchObject({
    leader: null,
    spotlight: null,
    lookHere: null,
    summons: null,
    hands: [],
    help: [{ person: cat, helper: null }],
    watching: {},
    mayDraw: { people: [] },
    maySpeak: { not: [cat] },
  })
  expect(team.now.annotations[`${ben}/a`]?.done).toBe(true)
  expect(isMentioned(team.now, ben)).toBe(false)
  expect(team.told('led').at(-1)).toEqual({
    by: ben,
    change: { what: 'led', leader: null, was: ben, how: 'gone' },
  })
  expect(team.told('observed').map(({ by, change }) => [by, change.of])).toEqual([
    [sam, ben],
    [ben, ann],
  ])
})

test('LS-60 a lost line keeps the attention for half a minute of the run', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'pass', to: ben }])
  team.take({ kind: 'pause', actor: ben, reason: 'disconnected' }, { kind: 'leave', actor: ben })
  team.wait(29_900)
  expect(team.now.leader).toBe(ben)
  team.wait(200)
  expect(team.now.leader).toBeNull()
})

test('LS-60 of who is no participant the authority says that they are gone; of who is one it is not believed', () => {
  const team = liveTeam()
  team.lives(
    [sam, { act: 'raise-hand', on: true }],
    [instructor, { act: 'lead' }],
    [instructor, { act: 'pause-all', on: true }],
    [ben, { act: 'raise-hand', on: true }],
    [cat, { act: 'share-view', on: false }],
  )
  team.take(
    { kind: 'gone', person: sam },
    { kind: 'gone', person: instructor },
    { kind: 'gone', person: ben },
  )
  expect(team.now).toMatchObject({ hands: [ben], leader: null, haltedBy: null, unshared: [cat] })
  expect(team.state.phase).toBe('running')
  team.take({ kind: 'remove', actor: ben, by: instructor })
  expect(team.now.hands).toEqual([])
})
