import type { SessionLink } from '#client/net/session-link.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Mark } from '#client/ui/mark.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { useText } from '#client/ui/text.tsx'
import { useFocusFirst } from '#client/ui/use-focus-first.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { ControlsGuide } from './controls-guide.tsx'
import type { TraineePort } from './trainee-port.ts'
import type { Opening } from './use-trainee.ts'

/** Read before the start: the task, the safety notice, the controls of this device, one button. */
export function Briefing({ link, opening }: { link: SessionLink; opening: Opening }) {
  const { t, say } = useText()
  const { edition } = link
  const view = useReadable(link.view)
  const role = edition.roles.find(({ id }) => id === link.me.role)
  return (
    <section className="briefing" aria-labelledby="briefing-title">
      <div className="briefing__sheet">
        <header className="briefing__head">
          <a href="/" className="briefing__brand" aria-label={`Sightline, ${t('app.lobby')}`}>
            <Mark size={28} />
          </a>
          <p className="label">
            {t('train.briefing')}
            {view && ` · ${modeName(t, view.mode)}`} · {t('app.minutes', { count: edition.expectedMinutes })}
          </p>
        </header>
        <h2 id="briefing-title">{say(edition.title)}</h2>
        <div className="briefing__columns">
          <div className="briefing__text">
            <p>{say(edition.briefing)}</p>
            {role?.briefing && <p>{say(role.briefing)}</p>}
            <div className="notice notice--warn">
              <h3 className="label">
                <Icon name="shield" /> {t('train.safety')}
              </h3>
              <p>{say(edition.safetyNotice)}</p>
            </div>
            <Go opening={opening} connected={view !== null} />
          </div>
          <ControlsGuide vr={opening.state === 'ready' && opening.vrOffered} />
        </div>
      </div>
    </section>
  )
}

function Go({ opening, connected }: { opening: Opening; connected: boolean }) {
  const { t } = useText()
  if (opening.state === 'failed')
    return (
      <div className="notice notice--bad" role="alert">
        <p>{t('train.failedText', { reason: opening.reason })}</p>
      </div>
    )
  if (opening.state === 'loading' || !connected) {
    const percent = opening.state === 'loading' ? Math.round(opening.fraction * 100) : 100
    const label = opening.state === 'loading' ? t('train.loading') : t('train.connecting')
    return (
      <div className="briefing__loading">
        <span>
          {label} {percent} %
        </span>
        <Meter label={label} percent={percent} />
      </div>
    )
  }
  return <GoButtons trainee={opening.trainee} vrOffered={opening.vrOffered} />
}

function GoButtons({ trainee, vrOffered }: { trainee: TraineePort; vrOffered: boolean }) {
  const { t } = useText()
  const start = useFocusFirst<HTMLButtonElement>()
  return (
    <div className="briefing__go">
      <button
        type="button"
        className="button button--primary button--large"
        ref={start}
        onClick={() => begin(trainee)}
      >
        {t('train.begin')}
        <Icon name="play" />
      </button>
      {vrOffered && (
        <button
          type="button"
          className="button button--large"
          onClick={() => {
            begin(trainee)
            void trainee.enterVr()
          }}
        >
          <Icon name="headset" />
          {t('train.enterVr')}
        </button>
      )}
    </div>
  )
}

/** Only here, in a click, does the sound wake up. */
function begin(trainee: TraineePort) {
  void trainee.unlockSound()
  void trainee.ask('begin')
}
