import { expect, test } from 'vitest'
import type { LiveView } from '#shared/live/view.ts'
import { live } from './live-view.fixture.ts'
import { newsOfLive } from './live-news.ts'

const me = { person: 'me', isAsked: true, tends: false }
const told = (before: Partial<LiveView>, after: Partial<LiveView>, person = me) =>
  newsOfLive(live(before), live(after), person)

test('COCK-10 told once: who leads, whose view all are shown, who has paused all', () => {
  expect(told({}, { leader: 'ana' })).toEqual([{ kind: 'leads', name: 'ana' }])
  expect(told({ leader: 'ana' }, { leader: 'ana' })).toEqual([])
  expect(told({ leader: 'ana' }, { leader: 'me' })).toEqual([{ kind: 'youLead' }])
  expect(told({ leader: 'ana' }, {})).toEqual([{ kind: 'nobodyLeads' }])
  expect(told({}, { spotlight: 'me' })).toEqual([{ kind: 'spotlit' }])
  expect(told({ spotlight: 'me' }, { spotlight: 'ana' })).toEqual([{ kind: 'unspotlit' }])
  expect(told({}, { haltedBy: 'ana' })).toEqual([{ kind: 'halted', name: 'ana' }])
  expect(told({}, { haltedBy: 'me' })).toEqual([])
  expect(told({ haltedBy: 'ana' }, {})).toEqual([{ kind: 'goesOn' }])
})

test('COCK-10 told once: who asks for help (to who tends), who helps whom, what is taken over and handed back', () => {
  const asked = { help: [{ person: 'bo', helper: null }] }
  const helped = { help: [{ person: 'bo', helper: 'ana' }] }
  const taken = { ...helped, takeOver: { helper: 'ana', person: 'bo' } }
  expect(told({}, asked)).toEqual([])
  expect(told({}, asked, { ...me, tends: true })).toEqual([{ kind: 'asksHelp', name: 'bo' }])
  expect(told(asked, helped)).toEqual([{ kind: 'helped', name: 'bo', helper: 'ana' }])
  expect(told(asked, helped, { ...me, person: 'ana' })).toEqual([])
  expect(told(helped, taken)).toEqual([{ kind: 'takenOver', name: 'bo', helper: 'ana' }])
  expect(told(taken, helped)).toEqual([{ kind: 'handedBack', name: 'bo' }])
})

test('COCK-10 told once: calls to this person, places to look at, leave to draw, and a question', () => {
  const call = (to: string | null, n = 1) => ({
    summons: { n, by: 'ana', to, position: [0, 0, 0] as const, yaw: 0 },
  })
  expect(told({}, call(null))).toEqual([{ kind: 'calls', name: 'ana' }])
  expect(told({}, call('bo'))).toEqual([])
  expect(told(call('me'), call('me', 2))).toEqual([{ kind: 'calls', name: 'ana' }])
  const look = (x: number) => ({ lookHere: { by: 'ana', anchor: '', at: [x, 0, 0] as const } })
  expect(told(look(1), look(1))).toEqual([])
  expect(told(look(1), look(2))).toEqual([{ kind: 'looks', name: 'ana' }])
  expect(told({}, { mayDraw: { everybody: true, people: [], not: [] } })).toEqual([{ kind: 'mayDraw' }])
  const poll = { n: 1, options: [], correct: null, answered: 0 }
  expect(told({}, { poll })).toEqual([{ kind: 'asked' }])
  expect(told({ poll }, { poll: { ...poll, answered: 2 } })).toEqual([])
  expect(told({}, { poll }, { ...me, isAsked: false })).toEqual([])
})
