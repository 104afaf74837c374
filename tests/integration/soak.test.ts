import { expect, test } from 'vitest'
import { soak } from '../support/company/soak.ts'

test('ROOM-41 people who come, act, go in every way and come back are let in each time and leave no room behind', async () => {
  const { joins, failures, last } = await soak({ seconds: 15, bots: 12, sessions: 2, seed: 20261124 })
  expect(failures).toEqual([])
  expect(joins).toBeGreaterThan(12)
  expect(last.rooms).toBe(0)
})
