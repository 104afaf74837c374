import { describe, expect, test } from 'vitest'
import { ann, ben, instructor, liveTeam, LiveTeam, sam } from '#shared/live/live-team.fixture.ts'
import { Team } from './team.fixture.ts'

test('ENG-90 before the first act there is nothing, and what is refused leaves nothing', () => {
  const team = new Team()
  team.join(ann, 'lead')
  const before = team.state
  team.take({ kind: 'live', by: ann, as: 'participant', act: { act: 'lead' } })
  team.take({ kind: 'gone', person: sam })
  expect([team.state, 'live' in team.state]).toEqual([before, false])
  team.take({ kind: 'live', by: instructor, as: 'instructor', act: { act: 'lead' } })
  expect(team.state.live?.leader).toBe(instructor)
})

test('ENG-90 who took part, left, and came back to watch is heard as who watches', () => {
  const team = liveTeam()
  team.act(ben, 'leave')
  team.kinds.set(ben, 'spectator')
  team.lives([ben, { act: 'raise-hand', on: true }])
  expect(team.now.hands).toEqual([ben])
  team.take({ kind: 'remove', actor: ben, by: instructor })
  team.take({ kind: 'live', by: ben, as: 'spectator', act: { act: 'raise-hand', on: true } })
  expect(team.now.hands).toEqual([])
})

describe('ENG-91 stopping everybody', () => {
  test('ENG-91 nothing moves and nobody is counted a pause, until it is lifted', () => {
    const team = liveTeam()
    team.lives([instructor, { act: 'pause-all', on: true }])
    const { tick } = team.state
    team.wait(1000)
    expect([team.state.phase, team.state.tick, team.act(ann, 'toggle', 'breaker')]).toEqual([
      'paused',
      tick,
      'not-now',
    ])
    expect(team.act(ann, 'resume')).toBe('not-now')
    expect([ann, ben].map((each) => [team.person(each).pausedBy, team.person(each).pauses])).toEqual([
      [null, 0],
      [null, 0],
    ])
    expect(team.live(instructor, { act: 'pause-all', on: true })).toBe('already-so')
    team.lives([instructor, { act: 'pause-all', on: false }])
    expect([team.state.phase, team.act(ann, 'toggle', 'breaker')]).toEqual(['running', null])
  })

  test('ENG-91 who pauses and resumes alone does not lift it; who goes away with it does', () => {
    const team = liveTeam()
    team.lives([instructor, { act: 'pass', to: ann }])
    team.take({ kind: 'pause', actor: ben, reason: 'headset-off' })
    team.lives([ann, { act: 'pause-all', on: true }])
    team.take({ kind: 'resume', actor: ben })
    expect(team.state.phase).toBe('paused')
    team.act(ann, 'leave')
    expect([team.state.phase, team.now.haltedBy]).toEqual(['running', null])
  })

  test('ENG-91 of who stopped it and is lost the authority says when they are gone', () => {
    const team = liveTeam()
    team.host = ann
    team.lives([ann, { act: 'pause-all', on: true }])
    team.take({ kind: 'pause', actor: ann, reason: 'disconnected' }, { kind: 'leave', actor: ann })
    team.wait(60_000)
    expect(team.state.phase).toBe('paused')
    team.take({ kind: 'gone', person: ann })
    expect([team.state.phase, team.now.haltedBy]).toEqual(['running', null])
  })

  test('ENG-91 not before it begins', () => {
    const waiting = new LiveTeam()
    waiting.join(ann, 'lead')
    expect(waiting.live(instructor, { act: 'pause-all', on: true })).toBe('not-now')
  })
})
