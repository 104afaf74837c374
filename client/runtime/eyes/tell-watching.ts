import type { LiveAct, WatchingWay } from '#shared/live/acts.ts'

/** Between two messages: of who tries the ways in turn only where they stay is told. */
const GAP_MS = 1500

/** Tells the authority how one watches whom, for the records and for who leads. Called each frame; it says only what is new. */
export function createWatchingTeller(
  act: (act: LiveAct) => Promise<unknown>,
): (way: WatchingWay, of: string | null, nowMs: number) => void {
  let told = { way: 'free' as WatchingWay, of: '' }
  let dueMs = -Infinity
  return (way, of, nowMs) => {
    const person = way === 'free' ? '' : (of ?? '')
    const now = person === '' ? 'free' : way
    if ((now === told.way && person === told.of) || nowMs < dueMs) return
    told = { way: now, of: person }
    dueMs = nowMs + GAP_MS
    // A line that is cut tells it again by itself when it is mended.
    void act({ act: 'watch', ...told })
  }
}
