import type { LiveRefusal } from './acts.ts'
import { hasBody, type ActOf, type At } from './at.ts'
import { isPoint } from './points.ts'
import type { LiveState } from './state.ts'

const ways: readonly string[] = ['free', 'window', 'beside', 'ghost', 'eyes', 'rewind']

export function refuseLead({ leader }: LiveState, by: string): LiveRefusal | null {
  return leader === by ? 'already-so' : null
}

export function refusePass({ to }: ActOf<'pass'>, live: LiveState, at: At): LiveRefusal | null {
  return refuseViewOf(to, live, at) ?? (live.leader === to ? 'already-so' : null)
}

export function refuseLetGo({ leader }: LiveState): LiveRefusal | null {
  return leader === null ? 'already-so' : null
}

export function refuseFollowMe({ on }: ActOf<'follow-me'>, live: LiveState): LiveRefusal | null {
  if (live.leader === null) return 'not-now'
  return live.followMe === on ? 'already-so' : null
}

export function refuseSummon({ to, position, yaw }: ActOf<'summon'>, at: At): LiveRefusal | null {
  if (!isPoint(position) || !Number.isSafeInteger(yaw) || Math.abs(yaw) > 3600) return 'malformed'
  return to !== undefined && at.here(to) === undefined ? 'unknown-person' : null
}

export function refuseSpotlight({ person }: ActOf<'spotlight'>, live: LiveState, at: At): LiveRefusal | null {
  if ((live.spotlight ?? '') === person) return 'already-so'
  return person === '' ? null : refuseViewOf(person, live, at)
}

/** Who leads shows what they see: that is what leading is. */
export function refuseShareView(
  { on }: ActOf<'share-view'>,
  live: LiveState,
  by: string,
): LiveRefusal | null {
  if (on !== live.unshared.includes(by)) return 'already-so'
  return !on && live.leader === by ? 'not-now' : null
}

export function refuseWatch(
  { way, of }: ActOf<'watch'>,
  live: LiveState,
  by: string,
  at: At,
): LiveRefusal | null {
  if (!ways.includes(way) || (way !== 'free' && (of === '' || of === by))) return 'malformed'
  const before = live.watching[by]
  if (way === 'free') return before === undefined || before.way === 'free' ? 'already-so' : null
  return refuseViewOf(of, live, at) ?? (before?.way === way && before.of === of ? 'already-so' : null)
}

/** Only the view of somebody who is here, has a body and shares it can be shown. */
function refuseViewOf(person: string, live: LiveState, at: At): LiveRefusal | null {
  const kind = at.here(person)
  if (kind === undefined) return 'unknown-person'
  if (!hasBody(kind)) return 'not-allowed'
  return live.unshared.includes(person) ? 'not-shared' : null
}
