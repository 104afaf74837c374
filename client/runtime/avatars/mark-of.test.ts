import { expect, test } from 'vitest'
import { markOf } from './mark-of.ts'

const marks = Array.from({ length: 64 }, (_, index) => markOf(index + 1))

test('RUN-14 sixty-four people look different, the first eight in colour and in shape', () => {
  expect(new Set(marks.map(({ colour, shape }) => `${colour} ${shape}`)).size).toBe(64)
  expect(new Set(marks.slice(0, 8).map(({ colour }) => colour)).size).toBe(8)
  expect(new Set(marks.slice(0, 8).map(({ shape }) => shape)).size).toBe(8)
})
