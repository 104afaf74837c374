import { expect, test } from 'vitest'
import { Slots } from './slots.ts'

const everybody = (): boolean => true

test('ROOM-35 a person has one slot, from 1, and the same one when they come back', () => {
  const slots = new Slots(10)
  expect(['a', 'b', 'a', 'c', 'b'].map((person) => slots.take(person, everybody))).toEqual([1, 2, 1, 3, 2])
  expect([slots.of('c'), slots.of('x')]).toEqual([3, undefined])
})

test('ROOM-35 when all slots are given out, those of who is not here are given anew', () => {
  const slots = new Slots(3)
  for (const person of ['a', 'b', 'c']) slots.take(person, everybody)
  expect(slots.take('d', (person) => person !== 'b')).toBe(2)
  expect([slots.of('a'), slots.of('b')]).toEqual([1, undefined])
})
