import { expect, test } from 'vitest'
import { stepLanes } from './step-lanes.ts'

const step = (id: string, roles: string[], more: object = {}) => ({
  id,
  title: { en: id },
  roles,
  status: 'idle' as const,
  people: [],
  ...more,
})

test('COCK-12 a lane for each role that has steps, in the order of the scenario; what is nobody’s own crosses all', () => {
  const steps = [
    step('isolate', ['lead'], { status: 'done' }),
    step('lock', ['lead', 'mechanic'], { status: 'skipped' }),
    step('talk', [], { status: 'active', people: ['ana', 'bo'] }),
  ]
  const { lanes, rows, done } = stepLanes(steps, ['mechanic', 'guest', 'lead'])
  expect(lanes).toEqual(['mechanic', 'lead'])
  expect(rows.map((row) => row.in)).toEqual([
    [false, true],
    [true, true],
    [true, true],
  ])
  expect(rows[2]?.people).toEqual(['ana', 'bo'])
  expect(done).toBe(2)
})

test('COCK-12 where everybody does everything there are no lanes', () => {
  expect(stepLanes([step('a', []), step('b', [])], ['trainee'])).toMatchObject({ lanes: [], done: 0 })
})
