import type { WatchingWay } from '#shared/live/acts.ts'

const storageKey = 'sightline.watching'
const ways: readonly string[] = ['window', 'beside', 'ghost', 'eyes'] satisfies WatchingWay[]
type Store = Pick<Storage, 'getItem' | 'setItem'>
const ofBrowser: Store = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
}

interface Remembered {
  way: WatchingWay | null
  /** Was one watching when one went? */
  on: boolean
}

/** How this person watched last on this device, where it can be done here; else in a window. */
export function rememberedWay(offered: readonly WatchingWay[], store = ofBrowser): WatchingWay {
  const { way } = restore(store)
  if (way !== null && offered.includes(way)) return way
  return offered.includes('window') ? 'window' : (offered.find((each) => each !== 'free') ?? 'free')
}

export function wasWatching(store = ofBrowser): boolean {
  return restore(store).on
}

export function rememberWay(now: WatchingWay, store = ofBrowser): void {
  const { way } = restore(store)
  const next: Remembered = { way: ways.includes(now) ? now : way, on: now !== 'free' }
  try {
    store.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Storage is full or forbidden: the choice holds for this page.
  }
}

function restore(store: Store): Remembered {
  try {
    const stored = JSON.parse(store.getItem(storageKey) ?? '{}') as Partial<Record<string, unknown>>
    const way = String(stored['way'])
    return { way: ways.includes(way) ? (way as WatchingWay) : null, on: stored['on'] === true }
  } catch {
    return { way: null, on: false }
  }
}
