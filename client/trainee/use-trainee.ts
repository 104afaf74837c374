import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { settings } from '#client/settings/settings.ts'
import type { Announcer } from '#client/ui/announcer.tsx'
import { loadRuntimeWords } from '#client/i18n/runtime-words.ts'
import type { TraineePort } from './trainee-port.ts'

export type Opening =
  | { state: 'loading'; fraction: number }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; trainee: TraineePort; vrOffered: boolean }

/** Loads the three-dimensional part and opens it on the canvas; closes it with the page. */
export function useTrainee(
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
      (room) => {
        if (closed) return room.dispose()
        close = room.dispose
        const ready = () =>
          setOpening({ state: 'ready', trainee: room.trainee, vrOffered: room.vrSupported.get() })
        room.vrSupported.subscribe(ready)
        ready()
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
  announcer: Announcer,
  onProgress: (fraction: number) => void,
) {
  const [{ openStage }, { createTrainee }, words] = await Promise.all([
    import('#client/scene/stage.tsx'),
    import('#client/runtime/trainer.ts'),
    loadRuntimeWords(settings.get().language),
  ])
  const stage = await openStage(canvas)
  try {
    const announce = announcer.announce.bind(announcer)
    const trainee: TraineePort = await createTrainee({ stage, link, settings, announce, onProgress, words })
    return {
      trainee,
      vrSupported: stage.vrSupported,
      dispose() {
        trainee.dispose()
        stage.dispose()
      },
    }
  } catch (fault) {
    stage.dispose()
    throw fault
  }
}
