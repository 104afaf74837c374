import { expect, test } from 'vitest'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import { member, room } from './member.fixture.ts'
import { peopleHere } from './people-here.ts'

test('TOG-1 me first, then by role, then by name', () => {
  const members = room({
    d: member('Dee', { kind: 'instructor' }),
    c: member('Cem', { role: 'watch' }),
    b: member('Bo', { role: 'watch' }),
    a: member('Ann', { role: 'lead' }),
    me: member('Me', { role: 'watch' }),
  })
  expect(peopleHere(members, 'me', ['lead', 'watch'], []).map(({ name }) => name)).toEqual([
    'Me',
    'Ann',
    'Bo',
    'Cem',
    'Dee',
  ])
})

test('TOG-2 says of each who they are, how they are here, and whether it is their turn', () => {
  const members = room(
    {
      a: member('Ann', { role: 'lead', slot: 3, muted: true }),
      b: member('Bo', { role: 'watch', connected: false, away: true, slot: 0 }),
      c: member('', { bot: true, connected: true }),
      d: member('Dee', { away: true }),
    },
    { asking: { d: 'Dee', spectator: 'Sam' } },
  )
  const [ann, bo, bot, dee] = peopleHere(members, 'x', ['lead', 'watch'], ['lead'])
  expect(ann).toEqual({
    person: 'a',
    name: 'Ann',
    isMe: false,
    kind: 'participant',
    role: 'lead',
    mark: markOf(3),
    state: 'here',
    muted: true,
    atWork: true,
    asking: false,
  })
  expect(bo).toMatchObject({ state: 'lost', atWork: false })
  expect(bot).toMatchObject({ state: 'bot', name: '' })
  expect(dee).toMatchObject({ state: 'away', asking: true })
})
