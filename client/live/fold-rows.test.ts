import { expect, test } from 'vitest'
import { foldRows } from './fold-rows.ts'
import { stepLanes } from './step-lanes.ts'

const rows = (statuses: string) =>
  stepLanes(
    statuses.split('').map((letter, n) => ({
      id: `s${n}`,
      title: {},
      roles: [],
      status: letter === 'd' ? ('done' as const) : letter === 'a' ? ('active' as const) : ('idle' as const),
      people: [],
    })),
    [],
  ).rows
const folded = (statuses: string) =>
  foldRows(rows(statuses)).map((each) => ('count' in each ? `${each.done}/${each.count}` : each.id))

test('COCK-12 around what is due the steps stand one by one, the others are counted', () => {
  expect(folded('ddddaiiiiii')).toEqual(['3/3', 's3', 's4', 's5', 's6', '0/4'])
  expect(folded('aiiiiiiaii')).toEqual(['s0', 's1', 's2', '0/3', 's6', 's7', 's8', 's9'])
})

test('COCK-12 a single step is not folded; where nothing is due all are', () => {
  expect(folded('aiiiai')).toEqual(['s0', 's1', 's2', 's3', 's4', 's5'])
  expect(folded('ddd')).toEqual(['3/3'])
  expect(folded('')).toEqual([])
})
