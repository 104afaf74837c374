import { expect, test } from 'vitest'
import { emptyLive } from '#shared/live/empty-live.ts'
import { watchedIn } from './watched-in.ts'

test('ROOM-58 followed are who leads, stands in, helps, is shown to all, or is looked through', () => {
  const live = {
    ...emptyLive,
    leader: 'leads',
    spotlight: 'shown',
    takeOver: { helper: 'stands-in', person: 'helped', step: 's' },
    help: [
      { person: 'helped', step: 's', helper: 'helps' },
      { person: 'waits', step: 's', helper: null },
    ],
    watching: {
      a: { way: 'window', of: 'looked-through', sinceMs: 0 },
      b: { way: 'free', of: 'once', sinceMs: 0 },
    },
  } as const
  expect([...watchedIn(live)].toSorted()).toEqual(['helps', 'leads', 'looked-through', 'shown', 'stands-in'])
  expect(watchedIn(live)).toBe(watchedIn(live))
  expect([...watchedIn(emptyLive), ...watchedIn(undefined)]).toEqual([])
})
