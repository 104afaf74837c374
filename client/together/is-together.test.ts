import { expect, test } from 'vitest'
import type { MembersClient } from '#client/net/members.ts'
import { writable } from '#client/runtime/readable.ts'
import type { ClientEdition } from '#shared/protocol/views.ts'
import { isTogether } from './is-together.ts'
import { member, room } from './member.fixture.ts'

const linkOf = (roles: object[], members: MembersClient) => ({
  edition: { roles } as ClientEdition,
  members: writable(members),
})

test('TOG-7 a run alone is together from the moment somebody else comes or watches', () => {
  const me = member('Me')
  const link = linkOf([{ id: 'trainee' }], room({ me }))
  const together = isTogether(link)
  const told: boolean[] = []
  const stop = together.subscribe((now) => told.push(now))
  expect(together.get()).toBe(false)
  link.members.set(room({ me: { ...me, muted: true } }))
  link.members.set(room({ me }, { spectators: 1 }))
  link.members.set(room({ me }))
  link.members.set(room({ me, b: member('Bo') }))
  stop()
  expect(told).toEqual([true, false, true])
})

test('TOG-7 a scenario for several is together from the start', () => {
  expect(isTogether(linkOf([{ id: 'a' }, { id: 'b' }], room({}))).get()).toBe(true)
  expect(isTogether(linkOf([{ id: 'a', max: 2 }], room({}))).get()).toBe(true)
})
