import { expect, test } from 'vitest'
import { member, room } from './member.fixture.ts'
import { isFull } from './role-choice.tsx'
import { rolePlaces } from './role-places.ts'

test('TOG-8 people and bots fill a role, also while their connection is away', () => {
  const name = { en: 'x' }
  const members = room({
    a: member('Ann', { role: 'lead' }),
    b: member('Bo', { role: 'watch', connected: false }),
    c: member('', { role: 'watch', bot: true }),
    d: member('Dee', { kind: 'instructor' }),
  })
  const places = rolePlaces(
    [
      { id: 'lead', name, spawn: '' },
      { id: 'watch', name, spawn: '', max: 3, bot: true },
    ],
    members,
  )
  expect(places).toEqual([
    { id: 'lead', name, max: 1, bot: false, taken: 1 },
    { id: 'watch', name, max: 3, bot: true, taken: 2 },
  ])
  expect(places.map(isFull)).toEqual([true, false])
})
