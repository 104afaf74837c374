import { expect, test } from 'vitest'
import type { LiveAsker } from '#shared/live/permissions.ts'
import { member } from '#client/together/member.fixture.ts'
import { live } from './live-view.fixture.ts'
import { offersAbout, offersFor } from './offers.ts'

const trainee: LiveAsker = { person: 'me', kind: 'participant', moderates: false }
const host: LiveAsker = { ...trainee, moderates: true }
const instructor: LiveAsker = { person: 'me', kind: 'instructor', moderates: true }
const spectator: LiveAsker = { person: 'me', kind: 'spectator', moderates: false }

test('COCK-2 the lead is offered to who may take it, and back to who gave it away', () => {
  expect(offersFor(live(), host).lead).toBe('take')
  expect(offersFor(live({ leader: 'me' }), host).lead).toBeNull()
  expect(offersFor(live({ leader: 'ana', passedBy: 'me' }), trainee).lead).toBe('take-back')
  expect(offersFor(live({ leader: 'ana', passedBy: 'bo' }), trainee).lead).toBeNull()
  expect(offersFor(live(), spectator).lead).toBeNull()
})

test('COCK-2 who leads or teaches is not asked what comes next; help is for who has a step of their own', () => {
  const asked = (asker: LiveAsker, leader: string | null = null) => offersFor(live({ leader }), asker)
  expect([trainee, host, spectator, instructor].map((each) => asked(each).isAsked)).toEqual([
    true,
    true,
    true,
    false,
  ])
  expect(asked(host, 'me')).toMatchObject({ isAsked: false, asksHelp: false, raisesHand: false })
  expect([trainee, host, spectator, instructor].map((each) => asked(each).asksHelp)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('COCK-2 about another person a trainee may only watch; who leads may do all that fits their state', () => {
  const ana = member('Ana')
  expect(offersAbout('ana', ana, live(), trainee)).toEqual(['watch'])
  expect(offersAbout('ana', ana, live({ leader: 'me' }), trainee)).toEqual([
    'watch',
    'tell',
    'pass',
    'spotlight',
    'summon',
    'allow-draw',
    'forbid-speak',
  ])
  const asking = live({ hands: ['ana'], help: [{ person: 'ana', helper: null }], unshared: ['ana'] })
  const muted = { ...asking, maySpeak: { everybody: false, people: [], not: [] } }
  expect(offersAbout('ana', ana, muted, { ...trainee, person: 'dee' })).toEqual(['help'])
  expect(offersAbout('ana', ana, { ...muted, leader: 'me' }, trainee)).toContain('allow-speak')
  expect(offersAbout('ana', ana, muted, instructor)).toEqual([
    'tell',
    'help',
    'lower-hand',
    'pass',
    'summon',
    'allow-draw',
  ])
})

test('COCK-2 whom nobody sees cannot be watched, given the lead or called; of a bot nothing is wanted', () => {
  const gone = member('Gone', { connected: false, slot: 0 })
  expect(offersAbout('gone', gone, live(), host)).toEqual(['tell', 'allow-draw'])
  expect(offersAbout('bot', member('', { bot: true }), live(), host)).toEqual([])
  expect(offersAbout('eve', undefined, live({ hands: ['eve'] }), host)).toEqual([
    'tell',
    'lower-hand',
    'allow-draw',
    'forbid-speak',
  ])
  expect(offersAbout('me', member('Me'), live({ spotlight: 'me' }), host)).toEqual(['spotlight'])
  expect(offersAbout('me', member('Me'), live(), host)).toEqual([])
})
