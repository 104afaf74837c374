import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { ConnectionBanner } from '#client/session/connection-banner.tsx'
import '#client/session/session.css'
import { isForSeveral, isTogether } from '#client/together/is-together.ts'
import { LiveRegions, createAnnouncer } from '#client/ui/announcer.tsx'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { announceView } from './announce-view.ts'
import { Briefing } from './briefing.tsx'
import { EndOverlay } from './end-overlay.tsx'
import { hudView } from './hud-view.ts'
import { Hud } from './hud.tsx'
import { PauseOverlay } from './pause-overlay.tsx'
import { useTrainee } from './use-trainee.ts'
import './hud.css'

const Company = lazy(async () => ({ default: (await import('#client/leading/company.tsx')).Company }))
const Halted = lazy(async () => ({ default: (await import('#client/leading/halted.tsx')).Halted }))
const noMistakes: ReadonlySet<string> = new Set()

/** The training itself: the scene full-screen, everything to read and press laid over it. */
export function Room({ link }: { link: SessionLink }) {
  const { t, say } = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [announcer] = useState(createAnnouncer)
  const [dismissed, setDismissed] = useState(noMistakes)
  const [entered, setEntered] = useState(!isForSeveral(link))
  const together = useReadable(useMemo(() => isTogether(link), [link]))
  const opening = useTrainee(canvas, link, announcer)
  const view = useReadable(link.view)
  const status = useReadable(link.status)
  const hud = hudView({ view, edition: link.edition, say, dismissedMistakes: dismissed, entered })

  useEffect(() => announceView(link, announcer, { t, say }), [link, announcer, t, say])
  useEffect(() => {
    if (hud.phase === 'running') canvas.current?.focus()
  }, [hud.phase])

  const trainee = opening.state === 'ready' ? opening.trainee : null
  const tell = useCallback(
    (text: string) => {
      announcer.announce(text)
      trainee?.tell(text)
    },
    [announcer, trainee],
  )
  const covered = hud.phase !== 'running' || status === 'refused'
  return (
    <main className="room on-scene" data-phase={hud.phase}>
      <h1 className="visually-hidden">{say(link.edition.title)}</h1>
      <canvas
        ref={canvas}
        className="room__scene"
        data-hidden={hud.sceneHidden}
        tabIndex={covered ? -1 : 0}
        aria-label={t('train.scene')}
        // Its keys are the trainee's own: a screen reader must hand them through.
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
      />
      {trainee && hud.phase !== 'briefing' && (
        <Hud
          link={link}
          hud={hud}
          trainee={trainee}
          covered={covered}
          vrOffered={opening.state === 'ready' && opening.vrOffered}
          backToScene={() => canvas.current?.focus()}
          onDismiss={(id) => setDismissed((before) => new Set(before).add(id))}
        />
      )}
      {hud.phase === 'briefing' && status !== 'refused' && (
        <Briefing link={link} opening={opening} onEnter={() => setEntered(true)} />
      )}
      {together && (
        <Suspense>
          <Company
            link={link}
            room={trainee}
            tell={tell}
            silent={covered}
            backToScene={() => canvas.current?.focus()}
          />
        </Suspense>
      )}
      {hud.phase === 'paused' && trainee && status !== 'refused' && (
        <Suspense>
          {hud.pause ? <PauseOverlay hud={hud} trainee={trainee} /> : <Halted link={link} />}
        </Suspense>
      )}
      {(hud.phase === 'ended' || status === 'refused' || status === 'ended') && (
        <EndOverlay link={link} hud={hud} />
      )}
      <ConnectionBanner link={link} />
      <LiveRegions announcer={announcer} />
    </main>
  )
}
