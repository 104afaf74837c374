import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLiveAct } from './any-live-act.fixture.ts'
import { liveAct, MOST_NUMBERS } from './live-messages.ts'

const parses = (value: unknown): boolean => liveAct.safeParse(value).success

test('ROOM-50 every act a client of ours asks for comes through as it was', () => {
  fc.assert(
    fc.property(anyLiveAct, (act) => {
      expect(liveAct.parse(act)).toEqual(act)
    }),
    { seed: 40, numRuns: 2000 },
  )
})

test('ROOM-50 an act with a field missing, unknown, or of another type is refused', () => {
  const wrong = fc.oneof(
    fc.constantFrom(null, NaN, Infinity, 0.5, 1e300, -1e7, [], {}, [0.5], [1, 2], '\ud800', '__proto__'),
    fc.string({ minLength: 1001, maxLength: 1100 }),
    fc.array(fc.integer(), { minLength: MOST_NUMBERS + 1, maxLength: MOST_NUMBERS + 9 }),
  )
  fc.assert(
    fc.property(anyLiveAct, fc.nat(), wrong, fc.string(), (act, at, value, extra) => {
      const keys = Object.keys(act)
      const key = keys[at % keys.length] ?? 'act'
      const { [key as never]: _left, ...without } = act
      if (key !== 'text' && key !== 'to' && key !== 'step')
        expect([act, key, parses(without)]).toEqual([act, key, false])
      if (act.act === 'hint' && key === 'to') expect(parses(without)).toBe(false)
      const may =
        (act.act === 'draw-on' && key === 'points' && Array.isArray(value) && value.length === 0) ||
        (act.act === 'look-here' && key === 'at' && value === null) ||
        (key === 'text' && value === '__proto__')
      if (!may) expect([act, key, value, parses({ ...act, [key]: value })]).toEqual([act, key, value, false])
      if (!keys.includes(extra) && extra !== '__proto__' && !['text', 'to', 'step'].includes(extra))
        expect(parses({ ...act, [extra]: 1 })).toBe(false)
    }),
    { seed: 41, numRuns: 3000 },
  )
})

test('ROOM-50 anything at all is an act or refused; nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.jsonValue()), (value) => {
      expect(parses(value)).toBe(false)
    }),
    { seed: 42, numRuns: 2000 },
  )
})

test('ROOM-50 points are whole threes, and one at least to begin with', () => {
  const draw = { act: 'draw', id: 'a', shape: 'stroke', anchor: '', points: [0, 0, 0], color: 0, done: false }
  const many = (length: number): number[] => Array.from({ length }, () => 1)
  expect(parses(draw)).toBe(true)
  expect(parses({ ...draw, points: many(MOST_NUMBERS) })).toBe(true)
  for (const points of [[], many(2), many(4), many(MOST_NUMBERS + 3)])
    expect([points.length, parses({ ...draw, points })]).toEqual([points.length, false])
  expect(parses({ act: 'draw-on', id: 'a', points: [], done: true })).toBe(true)
  for (const id of ['', 'A', 'a b', 'abcdefghijklm', '__proto__'])
    expect([id, parses({ ...draw, id })]).toEqual([id, false])
})
