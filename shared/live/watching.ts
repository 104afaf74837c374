import type { ActOf } from './at.ts'
import type { Doing } from './doing.ts'
import { OBSERVED_MS } from './limits.ts'
import type { LiveState, Watching } from './state.ts'

type Clocked = Pick<Doing, 'atMs' | 'tell' | 'stepAt'>

/** Hundreds ask for it at once when they are called: nothing here looks at all the others. */
export function watch(live: LiveState, { way, of }: ActOf<'watch'>, doing: Doing): LiveState {
  const { by, atMs } = doing
  const before = live.watching[by]
  if (before !== undefined) tellObserved(live, by, doing.stepAt(before.of), doing)
  const watching: Watching = { way, of: way === 'free' ? '' : of, sinceMs: atMs }
  return { ...live, watching: { ...live.watching, [by]: watching } }
}

/** Tells how long these watched, and forgets that they do. */
export function endWatching(
  live: LiveState,
  isOver: (watcher: string, watching: Watching) => boolean,
  doing: Clocked,
): LiveState {
  const over = those(live, isOver)
  if (over.length === 0) return live
  for (const [watcher, { of }] of over) tellObserved(live, watcher, doing.stepAt(of), doing)
  const left: Record<string, Watching> = {}
  // Built anew: a record that lost keys is slow ever after.
  for (const [watcher, watching] of those(live, (each, what) => !isOver(each, what))) left[watcher] = watching
  return { ...live, watching: left }
}

/** A step is over: what was watched of it is told, and they watch on. */
export function countAnew(
  live: LiveState,
  step: string,
  performs: (person: string) => boolean,
  doing: Clocked,
): LiveState {
  const over = those(live, (_watcher, { of }) => of !== '' && performs(of))
  if (over.length === 0) return live
  const anew = over.map(([watcher, watching]): [string, Watching] => {
    tellObserved(live, watcher, step, doing)
    return [watcher, { ...watching, sinceMs: doing.atMs }]
  })
  return { ...live, watching: { ...live.watching, ...Object.fromEntries(anew) } }
}

/** By id, as they are stored: what is told must not depend on whether the state was read back. */
function those(
  { watching }: LiveState,
  wanted: (watcher: string, watching: Watching) => boolean,
): [watcher: string, watching: Watching][] {
  const found: [string, Watching][] = []
  for (const watcher in watching) {
    const each = watching[watcher]
    if (each !== undefined && wanted(watcher, each)) found.push([watcher, each])
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1))
}

function tellObserved(
  { watching, leader }: LiveState,
  watcher: string,
  step: string | null,
  { atMs, tell }: Clocked,
): void {
  const { of, way, sinceMs } = watching[watcher] ?? { of: '', way: 'free' as const, sinceMs: atMs }
  const durationMs = atMs - sinceMs
  if (of !== '' && durationMs >= OBSERVED_MS)
    tell({ what: 'observed', of, way, step, durationMs, leader }, watcher)
}
