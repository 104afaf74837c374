import { expect, test } from 'vitest'
import type { PublicWorldClient } from '#client/net/public-world.ts'
import { member, room } from './member.fixture.ts'
import { newsOfPeople, newsOfThings } from './news.ts'

const me = member('Me', { role: 'lead' })
const bo = member('Bo', { role: 'watch', slot: 2 })
const held = (by: string) => ({ place: { kind: 'held', by, hand: 'left' } }) as const
const things: PublicWorldClient['entities'] = { lock: held('me'), tag: held('b') }
const between = (before: Parameters<typeof room>[0], after: Parameters<typeof room>[0]) =>
  newsOfPeople(room(before), room(after), 'me', things)

test('TOG-3 who was here before me is no news', () => {
  expect(between({}, { me, b: bo })).toEqual([])
})

test('TOG-3 coming, going, losing the line and coming back are told by name', () => {
  expect(between({ me }, { me, b: bo })).toEqual([{ kind: 'joined', name: 'Bo' }])
  expect(between({ me, b: bo }, { me })).toEqual([{ kind: 'left', name: 'Bo' }])
  const lost = { ...bo, connected: false, away: true }
  expect(between({ me, b: bo }, { me, b: lost })).toEqual([{ kind: 'lost', name: 'Bo' }])
  expect(between({ me, b: lost }, { me, b: bo })).toEqual([{ kind: 'back', name: 'Bo' }])
  expect(between({ me, b: bo }, { me, b: { ...bo, away: true } })).toEqual([{ kind: 'away', name: 'Bo' }])
})

test('TOG-3 a bot is told by its role, and its going is not told', () => {
  const bot = member('', { bot: true, role: 'watch' })
  expect(between({ me }, { me, b: bot })).toEqual([{ kind: 'bot', role: 'watch' }])
  expect(between({ me, b: bot }, { me })).toEqual([])
})

test('TOG-3 roles: mine, another’s, offered to me', () => {
  expect(between({ me, b: bo }, { me: { ...me, role: 'watch' }, b: { ...bo, role: 'lead' } })).toEqual([
    { kind: 'myRole', role: 'watch' },
    { kind: 'role', name: 'Bo', role: 'lead' },
  ])
  expect(between({ me }, { me: { ...me, role: '' } })).toEqual([{ kind: 'noRole' }])
  expect(between({ me, b: bo }, { me, b: { ...bo, offering: 'me' } })).toEqual([
    { kind: 'offered', name: 'Bo', role: 'watch' },
  ])
  expect(between({ me, b: bo }, { me, b: { ...bo, offering: 'c' } })).toEqual([])
})

test('TOG-3 a hand held out is told to who holds the thing, and to nobody else', () => {
  expect(between({ me, b: bo }, { me, b: { ...bo, reaching: 'lock' } })).toEqual([
    { kind: 'reaching', name: 'Bo', thing: 'lock' },
  ])
  expect(between({ me, b: bo }, { me, b: { ...bo, reaching: 'tag' } })).toEqual([])
})

test('TOG-3 asking for attention, locking and muting', () => {
  const before = room({ me })
  expect(newsOfPeople(before, room({ me }, { asking: { s: 'Sam', me: 'Me' } }), 'me', things)).toEqual([
    { kind: 'asks', name: 'Sam' },
  ])
  expect(newsOfPeople(before, room({ me }, { locked: true }), 'me', things)).toEqual([{ kind: 'locked' }])
  expect(between({ me }, { me: { ...me, muted: true } })).toEqual([{ kind: 'muted' }])
})

test('TOG-3 from hand to hand is told to both; from the floor is not', () => {
  const people = room({ me, b: bo })
  expect(newsOfThings(things, { ...things, tag: held('me') }, 'me', people)).toEqual([
    { kind: 'handedToMe', name: 'Bo', thing: 'tag' },
  ])
  expect(newsOfThings(things, { ...things, lock: held('b') }, 'me', people)).toEqual([
    { kind: 'handedOn', name: 'Bo', thing: 'lock' },
  ])
  const free = { ...things, tag: { place: { kind: 'home' } as const } }
  expect(newsOfThings(free, things, 'me', people)).toEqual([])
  expect(newsOfThings(free, { ...free, tag: held('me') }, 'me', people)).toEqual([])
})
