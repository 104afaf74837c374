import { useEffect } from 'react'
import type { WatchingWay } from '#shared/live/acts.ts'
import { writable } from '#client/runtime/readable.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import type { EyesPort } from './eyes-port.ts'
import { rememberWay } from './remembered-way.ts'

const free = writable<WatchingWay>('free')
const nobody = writable<string | null>(null)

/** Whom one watches; null for nobody. How one does is remembered. */
export function useWatched(eyes: EyesPort | null): string | null {
  const way = useReadable(eyes?.way ?? free)
  const of = useReadable(eyes?.of ?? nobody)
  useEffect(() => rememberWay(way), [way])
  return way === 'free' ? null : of
}
