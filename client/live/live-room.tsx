import { Suspense, lazy, useRef, useState } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import type { LeadingScene } from '#client/leading/leading-scene.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { writable } from '#client/runtime/readable.ts'
import { Captions } from '#client/session/captions.tsx'
import { ConnectionBanner } from '#client/session/connection-banner.tsx'
import { useTogether } from '#client/together/use-together.ts'
import { LiveRegions, createAnnouncer } from '#client/ui/announcer.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { Overlay } from '#client/ui/overlay.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { CameraControls } from './camera-controls.tsx'
import { LivePanel } from './live-panel.tsx'
import { LiveTools } from './live-tools.tsx'
import { useWatcher } from './use-watcher.ts'
import '#client/session/session.css'

// By the same way as in the training room, which is not to carry it along.
const Company = lazy(async () => ({ default: (await import('#client/leading/company.tsx')).Company }))
const Cockpit = lazy(async () => ({ default: (await import('./cockpit.tsx')).Cockpit }))

const noScene = writable<LeadingScene | null>(null)

/** The scene full-screen, watched freely; beside it who is here, and for who leads what they are at. */
export function LiveRoom({ link }: { link: SessionLink }) {
  const { t, w, say } = useTogether()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [announcer] = useState(createAnnouncer)
  const [shown, setShown] = useState(() => matchMedia('(min-width: 64rem)').matches)
  const opening = useWatcher(canvas, link, announcer)
  const view = useReadable(link.view)
  const status = useReadable(link.status)
  const problem = useReadable(link.problem)
  const watcher = opening.state === 'ready' ? opening.watcher : null
  const scene = useReadable(watcher?.live ?? noScene)
  const { kind, moderates } = link.me
  const backToScene = () => canvas.current?.focus()
  const over = status === 'refused' || status === 'ended' || view?.phase === 'ended'
  return (
    <main className="room live on-scene" data-shown={shown} data-cockpit={moderates}>
      <canvas
        ref={canvas}
        className="room__scene"
        tabIndex={0}
        aria-label={w('live.scene')}
        // Its keys move the eye: a screen reader must hand them through.
        // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
        role="application"
      />
      <div className="hud" inert={over}>
        <header className="live__head">
          <p className="label">
            {kind === 'instructor' ? w('live.leading') : w('live.watching')}
            {view && ` · ${modeName(t, view.mode)}`}
          </p>
          <h1>{say(link.edition.title)}</h1>
          {view?.phase === 'waiting' && <p>{w('live.waiting')}</p>}
          {view?.phase === 'paused' && <p>{w('live.paused')}</p>}
        </header>
        <LiveTools
          link={link}
          shown={shown}
          onShow={() => setShown(!shown)}
          unlockSound={() => watcher?.unlockSound()}
        />
        {shown && !moderates && <LivePanel link={link} {...(watcher && { onGoTo: watcher.goTo })} />}
        <Suspense>
          {shown && moderates && (
            <Cockpit
              link={link}
              scene={scene}
              onGoTo={(person) => void watcher?.goTo(person)}
              backToScene={backToScene}
            />
          )}
        </Suspense>
        {watcher && <CameraControls watcher={watcher} />}
        <Captions link={link} />
      </div>
      {opening.state === 'loading' && (
        <div className="live__state">
          <p>
            {t('train.loading')} {Math.round(opening.fraction * 100)} %
          </p>
          <Meter label={t('train.loading')} percent={opening.fraction * 100} />
        </div>
      )}
      {opening.state === 'failed' && (
        <p className="live__state notice notice--bad" role="alert">
          {t('train.failedText', { reason: opening.reason })}
        </p>
      )}
      {over && (
        <Overlay title={status === 'refused' ? t('train.gone') : w('live.ended')}>
          {status === 'refused' && problem && <p>{describeProblem(t, problem)}</p>}
          <div className="overlay__buttons">
            {status !== 'refused' && (
              <a
                className="button button--primary button--large"
                href={`/debrief/${encodeURIComponent(link.session)}`}
              >
                {t('train.toDebrief')}
              </a>
            )}
            <a className="button button--large" href="/">
              {t('join.toLobby')}
            </a>
          </div>
        </Overlay>
      )}
      <Suspense>
        <Company
          link={link}
          room={watcher}
          tell={announcer.announce}
          silent={over}
          cockpit={moderates}
          backToScene={backToScene}
        />
      </Suspense>
      <ConnectionBanner link={link} />
      <LiveRegions announcer={announcer} />
    </main>
  )
}
