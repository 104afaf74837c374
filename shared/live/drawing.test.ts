import { expect, test } from 'vitest'
import type { LiveAct } from './acts.ts'
import { drawingChanges } from './drawing-changes.ts'
import { ann, ben, instructor, liveTeam, sam, type LiveTeam } from './live-team.fixture.ts'
import { LIVE_LIMITS } from './limits.ts'
import type { LiveState } from './state.ts'

type Draw = Extract<LiveAct, { act: 'draw' }>
const points = (many: number): number[] => Array.from({ length: many * 3 }, (_, i) => i)
const stroke = (id: string, more: Partial<Draw> = {}): Draw => ({
  act: 'draw',
  id,
  shape: 'stroke',
  anchor: '',
  points: points(1),
  color: 0,
  done: true,
  ...more,
})
const own = (team: LiveTeam, by: string): string[] =>
  Object.values(team.now.annotations).flatMap((each) => (each.by === by ? [`${each.n}`] : []))

test('LS-20 a line grows by its author alone until it is done, and is told then', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'allow', what: 'draw', person: '', on: true }],
    [ben, stroke('a', { anchor: 'breaker', done: false })],
    [ben, { act: 'draw-on', id: 'a', points: [7, 8, 9], done: false }],
  )
  expect(team.live(ann, { act: 'draw-on', id: 'a', points: [7, 8, 9], done: false })).toBe('unknown-thing')
  expect(team.told('drawn')).toEqual([])
  team.lives([ben, { act: 'draw-on', id: 'a', points: [], done: true }])
  expect(team.live(ben, { act: 'draw-on', id: 'a', points: [1, 1, 1], done: true })).toBe('not-now')
  expect(team.now.annotations[`${ben}/a`]).toMatchObject({
    n: 1,
    by: ben,
    anchor: 'breaker',
    points: [0, 1, 2, 7, 8, 9],
    done: true,
  })
  expect(team.told('drawn')).toEqual([
    {
      by: ben,
      change: {
        what: 'drawn',
        key: `${ben}/a`,
        shape: 'stroke',
        anchor: 'breaker',
        points: 2,
        step: 'mechanic-lock',
      },
    },
  ])
})

test('LS-20 LS-23 undo takes one own annotation after the other; leader and host take any, others their own', () => {
  const team = liveTeam()
  team.lives(
    [instructor, { act: 'allow', what: 'draw', person: '', on: true }],
    [ben, stroke('z')],
    [sam, stroke('m')],
    [ben, stroke('a')],
    [ben, { act: 'undo' }],
  )
  expect(Object.keys(team.now.annotations)).toEqual([`${ben}/z`, `${sam}/m`])
  expect(team.live(ben, { act: 'erase', key: `${sam}/m` })).toBe('not-allowed')
  team.lives([ben, { act: 'undo' }], [instructor, { act: 'erase', key: `${sam}/m` }])
  expect(team.live(ben, { act: 'undo' })).toBe('nothing-to-undo')
  expect(team.live(ben, { act: 'erase', key: `${ben}/z` })).toBe('unknown-thing')
  team.lives([sam, stroke('b')], [ben, stroke('b')], [instructor, { act: 'erase-all' }])
  expect(team.now.annotations).toEqual({})
  expect(team.told('erased').at(-1)?.change).toEqual({
    what: 'erased',
    keys: [`${sam}/b`, `${ben}/b`],
    of: [sam, ben],
  })
})

test('LS-21 nobody can flood: points in a message, of a line, lines of one person and of all, points of all', () => {
  const team = liveTeam()
  team.lives([instructor, { act: 'allow', what: 'draw', person: '', on: true }])
  expect(team.live(ben, stroke('a', { points: points(65) }))).toBe('too-many')
  team.lives([ben, stroke('a', { points: points(64), done: false })])
  for (let n = 1; n < 8; n += 1)
    team.lives([ben, { act: 'draw-on', id: 'a', points: points(64), done: false }])
  expect(team.live(ben, { act: 'draw-on', id: 'a', points: points(1), done: true })).toBe('too-many')
  for (let n = 1; n < LIVE_LIMITS.annotationsOfOne; n += 1) team.lives([ben, stroke(`n${n}`)])
  expect(team.live(ben, stroke('more'))).toBe('too-many')
  const crowd = Array.from({ length: 5 }, (_, n) => `crowd-${n}`)
  for (const person of crowd) team.kinds.set(person, 'spectator')
  for (const person of crowd.slice(0, 4))
    for (let n = 0; n < LIVE_LIMITS.annotationsOfOne; n += 1) team.lives([person, stroke(`n${n}`)])
  expect(team.live(crowd[4] ?? '', stroke('more'))).toBe('too-many')
  expect(Object.keys(team.now.annotations)).toHaveLength(LIVE_LIMITS.annotations)
})

test('LS-21 all annotations together have so many points and no more', () => {
  const team = liveTeam()
  const fill = (id: string): void => {
    team.lives([instructor, stroke(id, { points: points(64), done: false })])
    for (let n = 1; n < 8; n += 1)
      team.lives([instructor, { act: 'draw-on', id, points: points(64), done: n === 7 }])
  }
  const full = Math.floor(LIVE_LIMITS.points / 512)
  for (let n = 0; n < full; n += 1) fill(`a${n}`)
  let left = LIVE_LIMITS.points - full * 512
  for (; left > 63; left -= 64) team.lives([instructor, stroke(`b${left}`, { points: points(64) })])
  expect(team.live(instructor, stroke('last', { points: points(left + 1) }))).toBe('too-many')
  expect(team.live(instructor, stroke('last', { points: points(left) }))).toBeNull()
})

test('LS-21 LS-22 what is no annotation is malformed', () => {
  const team = liveTeam()
  const bad: [Partial<Draw>, string][] = [
    [{ id: 'A' }, 'malformed'],
    [{ id: '__proto__' }, 'malformed'],
    [{ points: [1, 2] }, 'malformed'],
    [{ points: [] }, 'malformed'],
    [{ points: [0.5, 0, 0] }, 'malformed'],
    [{ points: [0, 0, 100_001] }, 'malformed'],
    [{ color: 8 }, 'malformed'],
    [{ color: -1 }, 'malformed'],
    [{ shape: 'arrow' }, 'malformed'],
    [{ shape: 'arrow', points: points(3) }, 'too-many'],
    [{ shape: 'spiral' as never }, 'malformed'],
    [{ shape: 'label' }, 'malformed'],
    [{ shape: 'label', text: 'x'.repeat(81) }, 'too-long'],
    [{ shape: 'label', text: '\ud800' }, 'malformed'],
    [{ shape: 'label', text: 'Off\u202e' }, 'malformed'],
    [{ shape: 'label', text: 'On\u0000' }, 'malformed'],
    [{ text: 'words' }, 'malformed'],
    [{ anchor: 'nothing' }, 'unknown-thing'],
    [{ anchor: '__proto__' }, 'unknown-thing'],
  ]
  expect(bad.map(([more]) => [more, team.live(instructor, stroke('a', more))])).toEqual(bad)
  team.lives([instructor, stroke('a', { shape: 'label', text: 'Here', anchor: 'personal-lock@2' })])
  expect(team.live(instructor, stroke('a'))).toBe('already-so')
  expect(own(team, instructor)).toEqual(['1'])
})

test('LS-24 changes bring any earlier drawings to the later ones', () => {
  const team = liveTeam()
  const seen: (LiveState | undefined)[] = [team.state.live]
  const then = (act: LiveAct): void => {
    team.lives([instructor, act])
    seen.push(team.state.live)
  }
  then(stroke('b', { done: false }))
  then({ act: 'draw-on', id: 'b', points: [4, 4, 4], done: false })
  then(stroke('a', { shape: 'arrow', points: points(2) }))
  then({ act: 'draw-on', id: 'b', points: [], done: true })
  then({ act: 'erase', key: `${instructor}/b` })
  then(stroke('b'))
  for (const [i, before] of seen.entries())
    for (const after of seen.slice(i)) {
      const drawings: Record<string, unknown> = structuredClone(before?.annotations ?? {})
      for (const change of drawingChanges(before, after)) {
        if (change.kind === 'gone') for (const key of change.keys) delete drawings[key]
        if (change.kind === 'begun') drawings[change.key] = change.annotation
        if (change.kind !== 'more') continue
        const known = drawings[change.key] as { points: number[] }
        expect(known.points).toHaveLength(change.from)
        drawings[change.key] = { ...known, points: [...known.points, ...change.points], done: change.done }
      }
      expect(drawings).toEqual(after?.annotations ?? {})
    }
  expect(drawingChanges(seen[3], seen[6]).map(({ kind }) => kind)).toEqual(['gone', 'begun'])
})
