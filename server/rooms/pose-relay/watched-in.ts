import type { LiveState } from '#shared/live/state.ts'

const nobody: ReadonlySet<string> = new Set()
const known = new WeakMap<LiveState, ReadonlySet<string>>()

/** Whose movements somebody follows in the live session: who leads, is shown to all, helps, or is looked through by somebody. */
export function watchedIn(live: LiveState | undefined): ReadonlySet<string> {
  if (live === undefined) return nobody
  const watched = known.get(live) ?? new Set(everybodyWatched(live))
  known.set(live, watched)
  return watched
}

function* everybodyWatched({ leader, spotlight, takeOver, help, watching }: LiveState): Generator<string> {
  if (leader !== null) yield leader
  if (spotlight !== null) yield spotlight
  if (takeOver !== null) yield takeOver.helper
  for (const { helper } of help) if (helper !== null) yield helper
  for (const { way, of } of Object.values(watching)) if (way !== 'free' && of !== '') yield of
}
