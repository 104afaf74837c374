import { expect, test } from 'vitest'
import type { RosterPerson } from '#shared/protocol/members.ts'
import { withAskers } from './with-askers.ts'

test('TOG-10 a spectator who asks for attention stands in the roster; a member who asks stands there once', () => {
  const ann = { person: 'a', name: 'Ann', kind: 'participant' } as RosterPerson
  const shown = withAskers([ann], { a: 'Ann', s: 'Sam' })
  expect(shown.map(({ person, name, kind }) => [person, name, kind])).toEqual([
    ['a', 'Ann', 'participant'],
    ['s', 'Sam', 'spectator'],
  ])
})
