import type { Doing } from '#shared/live/doing.ts'
import { stepAt } from '#shared/live/step-at.ts'
import { emit, type Draft } from './draft.ts'

/** What the live session's transitions get of a tick: what they tell becomes events. */
export function doingOf(draft: Draft, by: string): Doing {
  return {
    by,
    atMs: draft.state.timeMs,
    tell: (change, of = by) => emit(draft, { type: 'live', by: of, change }),
    stepAt: (person) => stepAt(draft, person)?.id ?? null,
  }
}
