import type { PublicWorldClient } from '#client/net/public-world.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'
import { createHistory, kept } from './history.ts'
import { createRewind } from './rewind.ts'
import type { Rewind } from './rewind.ts'
import type { ChangingSight } from './sights.ts'

/** The last half minute: kept, and gone back to. */
export interface HalfMinute {
  readonly rewind: Rewind
  /** Keeps what is shown now, and moves on; true when something past is to be shown. */
  step(sessionMs: number, people: readonly PlayedPerson[], world: PublicWorldClient): boolean
  /** Puts into a sight who is there and what is where: now, or at the moment gone back to. */
  show(sight: ChangingSight, past: boolean, people: readonly PlayedPerson[], world: PublicWorldClient): void
}

export function createHalfMinute(): HalfMinute {
  const history = createHistory()
  const rewind = createRewind()
  return {
    rewind,
    step(sessionMs, people, world) {
      history.record(sessionMs, people, world)
      const shownMs = rewind.step(sessionMs, Math.max(history.oldestMs, sessionMs - kept.ms))
      if (shownMs !== null) history.look(shownMs)
      return shownMs !== null
    },
    show(sight, past, people, world) {
      sight.people = past ? history.people : people
      sight.world = (past ? history.world : null) ?? world
    },
  }
}
