import type { LiveScene, LiveSceneOptions } from './live-scene.ts'
import type { Readable } from './readable.ts'
import { writable } from './readable.ts'

/** What a live session adds to a scene: a chunk of its own, fetched when somebody else is here. */
export interface LiveParts extends Readable<LiveScene | null> {
  dispose(): void
}

export function createLiveParts(options: LiveSceneOptions): LiveParts {
  const { members } = options.link
  const scene = writable<LiveScene | null>(null)
  let loading = false
  let closed = false
  const stop = members.subscribe(() => void load())
  void load()

  async function load() {
    const { people, spectators } = members.get()
    const present = Object.values(people).filter(({ bot }) => !bot).length + spectators
    if (loading || present < 2) return
    loading = true
    try {
      const { openLiveScene } = await import('./live-scene.ts')
      const opened = await openLiveScene(options)
      if (closed) opened.dispose()
      else scene.set(opened)
    } catch (fault) {
      // The network: with the next change among the members it is tried again.
      loading = false
      console.warn(fault)
    }
  }

  return {
    ...scene,
    dispose() {
      closed = true
      stop()
      scene.get()?.dispose()
    },
  }
}
