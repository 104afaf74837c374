import { describeProblem } from '#client/i18n/describe-problem.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useFocusFirst } from '#client/ui/use-focus-first.ts'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import type { HudView } from './hud-view.ts'
import { Overlay } from '#client/ui/overlay.tsx'

/** The run is over, or this person cannot get back into it. */
export function EndOverlay({ link, hud }: { link: SessionLink; hud: HudView }) {
  const { t } = useText()
  const first = useFocusFirst<HTMLAnchorElement>()
  const status = useReadable(link.status)
  const problem = useReadable(link.problem)
  if (status === 'refused')
    return (
      <Overlay title={t('train.gone')}>
        {problem && <p>{describeProblem(t, problem)}</p>}
        <div className="overlay__buttons">
          {problem?.code === 'elsewhere' && (
            <button type="button" className="button button--large" onClick={() => location.reload()}>
              {t('train.goOnHere')}
            </button>
          )}
          <a className="button button--primary button--large" ref={first} href="/">
            {t('join.toLobby')}
          </a>
        </div>
      </Overlay>
    )
  const verdict = hud.end?.verdict ?? 'untold'
  return (
    <Overlay title={hud.end?.title ?? t('train.ended')}>
      {verdict === 'passed' && (
        <p className="verdict verdict--passed">
          <Icon name="check" /> {t('train.endedPass')}
        </p>
      )}
      {verdict === 'failed' && (
        <p className="verdict verdict--failed">
          <Icon name="close" /> {t('train.endedFail')}
        </p>
      )}
      {hud.end && <p>{hud.end.text}</p>}
      <div className="overlay__buttons">
        <a
          className="button button--primary button--large"
          ref={first}
          href={`/debrief/${encodeURIComponent(link.session)}`}
        >
          {t('train.toDebrief')}
          <Icon name="arrow" />
        </a>
      </div>
    </Overlay>
  )
}
