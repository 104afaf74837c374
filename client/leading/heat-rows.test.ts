import { expect, test } from 'vitest'
import { heatRows } from './heat-rows.ts'

const options = ['a', 'b', 'c'].map((id) => ({ id, title: { en: id } }))
const poll = { n: 4, options, correct: null, answered: 3 }

test('COCK-13 the heat of a question: how many chose what, of those who answered', () => {
  const rows = heatRows(poll, { poll: 4, counts: { a: 2, c: 1 } })
  expect(rows.map(({ count, percent, correct }) => [count, percent, correct])).toEqual([
    [2, 67, null],
    [0, 0, null],
    [1, 33, null],
  ])
  expect(heatRows({ ...poll, correct: 'c' }, null).map(({ correct }) => correct)).toEqual([
    false,
    false,
    true,
  ])
})

test('COCK-13 the heat of an earlier question is not this one’s', () => {
  const rows = heatRows(poll, { poll: 3, counts: { a: 2 } })
  expect(rows.map(({ count, percent }) => [count, percent])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
})
