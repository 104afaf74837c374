import type { PauseReason } from '#shared/procedure/input.ts'
import type { Readable } from '../readable.ts'

/** Tells when nobody can be looking: tab hidden, headset off or covered, session ended. Returns what stops it. */
export function watchForPauses(
  session: Readable<XRSession | null>,
  pause: (reason: PauseReason) => void,
): () => void {
  let watched: XRSession | null = null
  let wasVisible = true

  const onPage = () => {
    if (document.visibilityState === 'hidden' && !watched) pause('hidden')
  }
  const onHeadset = () => {
    const isVisible = watched?.visibilityState === 'visible'
    if (wasVisible && !isVisible) pause('headset-off')
    wasVisible = isVisible
  }
  const onSession = (next: XRSession | null) => {
    watched?.removeEventListener('visibilitychange', onHeadset)
    if (watched && !next) pause('headset-off')
    watched = next
    wasVisible = true
    watched?.addEventListener('visibilitychange', onHeadset)
  }

  document.addEventListener('visibilitychange', onPage)
  const stop = session.subscribe(onSession)
  onSession(session.get())
  return () => {
    stop()
    document.removeEventListener('visibilitychange', onPage)
    watched?.removeEventListener('visibilitychange', onHeadset)
  }
}
