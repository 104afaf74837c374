import { expect, test } from 'vitest'
import { membersMirror } from './members.ts'
import type { MemberClient, MembersClient } from './members.ts'

const ann: MemberClient = {
  name: 'Ann',
  kind: 'participant',
  role: 'lead',
  slot: 0,
  connected: true,
  away: false,
  bot: false,
  muted: false,
  reaching: '',
  offering: '',
  number: 1,
}
const room = (change: Partial<MembersClient> = {}): MembersClient => ({
  people: { a: { ...ann }, b: { ...ann, name: 'Bo', slot: 1 } },
  spectators: 2,
  locked: false,
  asking: {},
  ...change,
})

test('NET-17 who did not change keeps the identity, and nobody is told of nothing', () => {
  const { members, update } = membersMirror()
  const told: MembersClient[] = []
  members.subscribe((next) => told.push(next))
  update(room())
  update(room())
  const first = members.get()
  update(room({ people: { a: { ...ann }, b: { ...ann, name: 'Bo', slot: 1, away: true } } }))
  expect(told).toHaveLength(2)
  expect(members.get().people['a']).toBe(first.people['a'])
  expect(members.get().people['b']?.away).toBe(true)
})

test.each([
  ['spectators', { spectators: 3 }],
  ['locked', { locked: true }],
  ['asking', { asking: { s: 'Sam' } }],
] as const)('NET-17 a change of %s is told', (_what, change) => {
  const { members, update } = membersMirror()
  update(room())
  update(room(change))
  expect(members.get()).toEqual(room(change))
})
