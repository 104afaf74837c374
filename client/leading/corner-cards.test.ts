import { expect, test } from 'vitest'
import { cornerCards, followKey, lookKey, nothingSeen } from './corner-cards.ts'
import { live } from './live-view.fixture.ts'

const me = { person: 'me', watches: null, watchable: ['ana', 'bo'], isAsked: true, tends: false, acts: true }
const kinds = (...[view, person = me, seen = nothingSeen]: Partial<Parameters<typeof cornerCards>>) =>
  cornerCards(view ?? live(), person, seen).map(({ kind }) => kind)
const summons = { n: 3, by: 'ana', to: null, position: [0, 0, 0] as const, yaw: 0 }
const options = [
  { id: 'a', title: { en: 'Close the valve' } },
  { id: 'b', title: { en: 'Hang the lock' } },
]

test('COCK-4 a call to come is for all or one; its maker and whoever answered it do not see it; a new call is another one', () => {
  expect(kinds(live({ summons }))).toEqual(['summons'])
  expect(kinds(live({ summons: { ...summons, to: 'me' } }))).toEqual(['summons'])
  expect(kinds(live({ summons: { ...summons, to: 'bo' } }))).toEqual([])
  expect(kinds(live({ summons: { ...summons, by: 'me' } }))).toEqual([])
  expect(kinds(live({ summons }), me, { ...nothingSeen, summons: 3 })).toEqual([])
  expect(kinds(live({ summons: { ...summons, n: 4 } }), me, { ...nothingSeen, summons: 3 })).toEqual([
    'summons',
  ])
})

test('COCK-5 who asked for help is told how far it is, and so is who helps', () => {
  const asked = (helper: string | null, taken = false) =>
    live({
      help: [{ person: 'me', helper }],
      takeOver: taken ? { helper: helper ?? '', person: 'me' } : null,
    })
  expect(kinds(asked(null))).toEqual(['help-asked'])
  expect(kinds(asked('ana'))).toEqual(['helped'])
  expect(kinds(asked('ana', true))).toEqual(['acted-for'])
  const help = [{ person: 'bo', helper: 'me' }]
  const takeOver = { helper: 'me', person: 'bo' }
  expect(cornerCards(live({ help }), me, nothingSeen)).toEqual([
    { kind: 'helping', person: 'bo', takeOver: 'free' },
  ])
  expect(kinds(live({ help, takeOver }))).toEqual(['acting'])
  expect(kinds(live({ help: [{ person: 'bo', helper: 'ana' }] }))).toEqual([])
})

test('COCK-5 while somebody else has taken over a step, a helper cannot', () => {
  const help = [
    { person: 'bo', helper: 'me' },
    { person: 'cem', helper: 'ana' },
  ]
  const takeOver = { helper: 'ana', person: 'cem' }
  expect(cornerCards(live({ help, takeOver }), me, nothingSeen)).toEqual([
    { kind: 'helping', person: 'bo', takeOver: 'busy' },
  ])
  expect(cornerCards(live({ help }), { ...me, acts: false }, nothingSeen)).toEqual([
    { kind: 'helping', person: 'bo', takeOver: null },
  ])
})

test('COCK-5 who leads or hosts is told who wants help, until it is taken note of or somebody comes', () => {
  const help = [
    { person: 'bo', helper: null },
    { person: 'cem', helper: 'ana' },
  ]
  const tending = { ...me, tends: true }
  expect(cornerCards(live({ help }), tending, nothingSeen)).toEqual([{ kind: 'wanted', person: 'bo' }])
  expect(kinds(live({ help }), tending, { ...nothingSeen, wanted: ['bo'] })).toEqual([])
  expect(kinds(live({ help }))).toEqual([])
})

test('COCK-6 that somebody leads is told once, and again with a call or a spotlight; not to who follows already', () => {
  const leads = live({ leader: 'ana' })
  expect(cornerCards(leads, me, nothingSeen)).toEqual([
    { kind: 'follow', by: 'ana', called: false, spotlit: false },
  ])
  const seen = { ...nothingSeen, follow: followKey(leads) }
  expect(kinds(leads, me, seen)).toEqual([])
  expect(cornerCards(live({ leader: 'ana', followMe: true }), me, seen)).toEqual([
    { kind: 'follow', by: 'ana', called: true, spotlit: false },
  ])
  expect(cornerCards(live({ leader: 'ana', spotlight: 'bo' }), me, seen)).toEqual([
    { kind: 'follow', by: 'bo', called: false, spotlit: true },
  ])
  expect(kinds(leads, { ...me, watches: 'ana' })).toEqual([])
  expect(kinds(live({ leader: 'me' }))).toEqual([])
  expect(kinds(live({ leader: 'cem' }))).toEqual([])
})

test('COCK-7 a question is there until it is answered, put away or over; the result only for who answered', () => {
  const open = live({ poll: { n: 2, options, correct: null, answered: 0 } })
  const over = live({ poll: { n: 2, options, correct: 'b', answered: 1 } })
  expect(cornerCards(open, me, nothingSeen)).toEqual([{ kind: 'poll', n: 2, options, chosen: null }])
  expect(kinds(open, { ...me, isAsked: false })).toEqual([])
  expect(kinds(open, me, { ...nothingSeen, poll: 2 })).toEqual([])
  const answered = { ...nothingSeen, answers: { 2: 'a' } }
  expect(cornerCards(open, me, answered)).toEqual([{ kind: 'poll', n: 2, options, chosen: 'a' }])
  expect(cornerCards(over, me, answered)).toEqual([
    { kind: 'result', n: 2, right: false, correct: { en: 'Hang the lock' } },
  ])
  expect(kinds(over)).toEqual([])
  expect(kinds(over, me, { ...answered, result: 2 })).toEqual([])
})

test('COCK-8 hints and asking to look stay until they are put away, the most personal first', () => {
  const hints = [{ id: 1, by: 'ana', text: 'Lower.' }]
  const lookHere = { by: 'ana', anchor: 'valve', at: [0, 0, 0] as const }
  expect(kinds(live({ summons, lookHere }), me, { ...nothingSeen, hints })).toEqual([
    'hint',
    'summons',
    'look',
  ])
  const seen = { ...nothingSeen, look: lookKey(lookHere) }
  expect(kinds(live({ lookHere }), me, seen)).toEqual([])
  expect(kinds(live({ lookHere: { ...lookHere, at: [0, 9, 0] } }), me, seen)).toEqual(['look'])
})
