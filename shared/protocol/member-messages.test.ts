import { expect, test } from 'vitest'
import { clockRequest, moderation } from './member-messages.ts'

const person = '11111111-1111-4111-8111-111111111111'

test('ROOM-30 what is asked of the room is parsed: exact fields, people by UUID, roles by document id', () => {
  for (const act of [
    { act: 'remove', person },
    { act: 'mute', person, on: true },
    { act: 'assign', person, role: '' },
    { act: 'promote', person, role: 'pump-worker' },
    { act: 'lock', on: false },
    { act: 'fill', role: 'issuer' },
    { act: 'begin' },
  ])
    expect([act, moderation.safeParse(act).success]).toEqual([act, true])
  for (const act of [
    undefined,
    'begin',
    { act: 'explode' },
    { act: 'remove' },
    { act: 'remove', person: 'me' },
    { act: 'remove', person, by: person },
    { act: 'mute', person, on: 1 },
    { act: 'assign', person, role: '__proto__' },
    { act: 'fill', role: '' },
    { act: 'begin', person },
  ])
    expect([act, moderation.safeParse(act).success]).toEqual([act, false])
  for (const t0 of [Number.NaN, Infinity, '1', undefined])
    expect([t0, clockRequest.safeParse({ t0 }).success]).toEqual([t0, false])
  expect(clockRequest.safeParse({ t0: 12.5 }).success).toBe(true)
})
