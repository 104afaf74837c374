import { useEffect } from 'react'
import type { WatchingWay } from '#shared/live/acts.ts'
import { writable } from '#client/runtime/readable.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import type { EyesPort } from './eyes-port.ts'
import { rememberWay, rememberedWay, wasWatching } from './remembered-way.ts'

const free = writable<WatchingWay>('free')
const nobody = writable<string | null>(null)

/** Whom one watches; null for nobody. How one does is remembered; who has nothing else to do goes on with it at once. */
export function useWatched(eyes: EyesPort | null, goesOn: boolean): string | null {
  const way = useReadable(eyes?.way ?? free)
  const of = useReadable(eyes?.of ?? nobody)
  useEffect(() => {
    if (!eyes) return
    if (goesOn && wasWatching()) eyes.choose(rememberedWay(eyes.offered.get()))
    return eyes.way.subscribe((next) => rememberWay(next))
  }, [eyes, goesOn])
  return way === 'free' ? null : of
}
