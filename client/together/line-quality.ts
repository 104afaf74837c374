import type { RosterPerson } from '#shared/protocol/members.ts'

export type LineQuality = 'good' | 'slow' | 'lossy' | 'lost' | 'unknown'

/** Where hand and voice of another begin to feel late. */
const SLOW_MS = 200

/** How a person's connection is, worst first. */
export function lineQuality({ connected, lossy, rttMs }: RosterPerson): LineQuality {
  if (!connected) return 'lost'
  if (lossy) return 'lossy'
  if (rttMs === null) return 'unknown'
  return rttMs > SLOW_MS ? 'slow' : 'good'
}
