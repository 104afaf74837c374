import { expect, test } from 'vitest'
import { live } from '#client/leading/live-view.fixture.ts'
import type { LiveView } from '#shared/live/view.ts'
import type { TeamView } from '#shared/protocol/views.ts'
import { english, spanish, subject } from './panel.fixture.ts'
import { stateLines } from './state-lines.ts'

const lines = (now: Partial<LiveView>, more = {}) =>
  stateLines(subject({ live: live(now), ...more }), english)

test('GUIDE-40 who leads and whether the own view is shared is said at all times', () => {
  expect(lines({}).state).toBe('Nobody leads · your view is shared')
  expect(lines({ leader: 'ana' }).state).toBe('Ana leads · your view is shared')
  expect(lines({ leader: 'ana', unshared: ['me'] }).state).toBe('Ana leads · your view is private')
  expect(lines({ leader: 'me', watchers: { me: 2 } }).state).toBe(
    'You lead · your view is shared · 2 people watch you',
  )
  expect(lines({ leader: 'ana', spotlight: 'me' }).state).toBe('Ana leads · everybody is shown your view')
  expect(stateLines(subject({ live: live({ leader: 'ana' }) }), spanish).state).toContain('Ana')
})

test('GUIDE-40 below it the most pressing: paused, acted for, helped, waited for, shown, watched', () => {
  const team: TeamView = {
    turn: [],
    waitingFor: { roles: ['lead'], people: ['ana', 'bo'], title: null },
    ready: [],
    missing: [],
  }
  const everything: Partial<LiveView> = {
    haltedBy: 'ana',
    takeOver: { helper: 'bo', person: 'me' },
    help: [{ person: 'me', helper: 'bo' }],
    spotlight: 'ana',
  }
  const rest = { team, way: 'window', of: 'ana' }
  expect(lines(everything, rest).also).toBe('Ana has paused everybody')
  expect(lines({ ...everything, haltedBy: null }, rest).also).toBe('Bo acts for you')
  expect(lines({ help: [{ person: 'me', helper: 'bo' }] }, rest).also).toBe('Bo helps you')
  expect(lines({ spotlight: 'ana' }, rest).also).toBe('Waiting for Ana, Bo')
  expect(lines({ spotlight: 'ana' }, { ...rest, team: undefined }).also).toBe(
    'Everybody is shown what Ana sees',
  )
  expect(lines({}, { ...rest, team: undefined }).also).toBe('You watch Ana')
  expect(lines({}).also).toBe('')
})

test('GUIDE-40 that somebody acts for somebody else is told to all', () => {
  expect(lines({ takeOver: { helper: 'ana', person: 'bo' } }).also).toBe('Ana acts for Bo now.')
  expect(lines({ takeOver: { helper: 'me', person: 'bo' } }).also).toBe('You act for Bo')
})

test('GUIDE-40 whom one waits for is told by role where nobody is known', () => {
  const team: TeamView = {
    turn: [],
    waitingFor: { roles: ['lead'], people: [], title: null },
    ready: [],
    missing: [],
  }
  expect(lines({}, { team }).also).toBe('Waiting for the others')
})
