import { expect, test } from 'vitest'
import { mayLead, mayStart } from './may.ts'

test('PPL-25 a grant for one scenario leads that one alone, and never all', () => {
  const scoped = [{ kind: 'instructor', scenario: 'fire' }] as const
  expect([mayLead(scoped, 'fire'), mayLead(scoped, 'first-aid'), mayLead(scoped, undefined)]).toEqual([
    true,
    false,
    false,
  ])
  const all = [{ kind: 'instructor' }] as const
  expect([mayLead(all, 'fire'), mayLead(all, undefined)]).toEqual([true, true])
  expect([mayStart('exam', 'fire', scoped), mayStart('exam', 'first-aid', scoped)]).toEqual([true, false])
  expect([mayStart('drill', 'fire', scoped), mayStart('drill', 'first-aid', scoped)]).toEqual([true, false])
})
