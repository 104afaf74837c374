import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { loadRuntimeWords } from '#client/i18n/runtime-words.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { settings } from '#client/settings/settings.ts'
import type { Announcer } from '#client/ui/announcer.tsx'
import type { WatchPort } from './watch-port.ts'

export type Opening =
  | { state: 'loading'; fraction: number }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; watcher: WatchPort }

/** Loads the three-dimensional part and opens it on the canvas; closes it with the page. */
export function useWatcher(
  canvas: RefObject<HTMLCanvasElement | null>,
  link: SessionLink,
  announcer: Announcer,
): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'loading', fraction: 0 })
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let closed = false
    let close = () => {}
    open(element, link, announcer, (fraction) => {
      if (!closed) setOpening({ state: 'loading', fraction })
    }).then(
      (watcher) => {
        if (closed) return watcher.dispose()
        close = () => watcher.dispose()
        setOpening({ state: 'ready', watcher })
      },
      (fault: unknown) => {
        console.error(fault)
        if (!closed)
          setOpening({ state: 'failed', reason: fault instanceof Error ? fault.message : String(fault) })
      },
    )
    return () => {
      closed = true
      close()
    }
  }, [canvas, link, announcer])
  return opening
}

async function open(
  canvas: HTMLCanvasElement,
  link: SessionLink,
  { announce }: Announcer,
  onProgress: (fraction: number) => void,
): Promise<WatchPort> {
  const [{ openStage }, { createWatcher }, words] = await Promise.all([
    import('#client/scene/stage.tsx'),
    import('#client/runtime/watcher.ts'),
    loadRuntimeWords(settings.get().language),
  ])
  const stage = await openStage(canvas)
  try {
    const watcher = await createWatcher({ stage, link, settings, announce, onProgress, words })
    return {
      ...watcher,
      dispose() {
        watcher.dispose()
        stage.dispose()
      },
    }
  } catch (fault) {
    stage.dispose()
    throw fault
  }
}
