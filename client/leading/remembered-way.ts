import type { WatchingWay } from '#shared/live/acts.ts'

const storageKey = 'sightline.watching'
const ways: readonly string[] = ['window', 'beside', 'ghost', 'eyes'] satisfies WatchingWay[]

/** How this person watched last on this device, where it can be done here; else in a window. */
export function rememberedWay(offered: readonly WatchingWay[]): WatchingWay {
  const way = stored()
  if (way !== null && offered.includes(way)) return way
  return offered.includes('window') ? 'window' : (offered.find((each) => each !== 'free') ?? 'free')
}

export function rememberWay(way: WatchingWay): void {
  if (!ways.includes(way)) return
  try {
    localStorage.setItem(storageKey, way)
  } catch {
    // Storage is full or forbidden: the choice holds for this page.
  }
}

function stored(): WatchingWay | null {
  try {
    const way = localStorage.getItem(storageKey)
    return way !== null && ways.includes(way) ? (way as WatchingWay) : null
  } catch {
    return null
  }
}
