import { Suspense, lazy } from 'react'
import type { ReactNode } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import { isForSeveral } from '#client/together/is-together.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Mark } from '#client/ui/mark.tsx'
import { Meter } from '#client/ui/meter.tsx'
import { useText } from '#client/ui/text.tsx'
import { useFocusFirst } from '#client/ui/use-focus-first.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { ControlsGuide } from './controls-guide.tsx'
import type { TraineePort } from './trainee-port.ts'
import type { Opening } from './use-trainee.ts'

const WaitingRoom = lazy(async () => ({
  default: (await import('#client/together/waiting-room.tsx')).WaitingRoom,
}))
const ReadyButtons = lazy(async () => ({
  default: (await import('#client/together/ready-buttons.tsx')).ReadyButtons,
}))

interface BriefingProps {
  link: SessionLink
  opening: Opening
  /** Of several people each goes in on their own. */
  onEnter: () => void
}

/** Read before the start: the task, the safety notice, the controls of this device, one button; with others, who is coming. */
export function Briefing({ link, opening, onEnter }: BriefingProps) {
  const { t, say } = useText()
  const { edition } = link
  const view = useReadable(link.view)
  const members = useReadable(link.members)
  const several = isForSeveral(link)
  const mine = members.people[link.me.person]?.role ?? link.me.role
  const role = edition.roles.find(({ id }) => id === mine)
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
            {role?.briefing && (
              <p>
                {several && <strong>{say(role.name)}. </strong>}
                {say(role.briefing)}
              </p>
            )}
            <div className="notice notice--warn">
              <h3 className="label">
                <Icon name="shield" /> {t('train.safety')}
              </h3>
              <p>{say(edition.safetyNotice)}</p>
            </div>
            <Go opening={opening} connected={view !== null}>
              {(trainee, vrOffered) =>
                several ? (
                  <Suspense>
                    <ReadyButtons
                      link={link}
                      vrOffered={vrOffered}
                      onReady={() => {
                        onEnter()
                        begin(trainee)
                      }}
                      enterVr={() => void trainee.enterVr()}
                    />
                  </Suspense>
                ) : (
                  <GoButtons trainee={trainee} vrOffered={vrOffered} />
                )
              }
            </Go>
          </div>
          <div className="briefing__side">
            {several && (
              <Suspense>
                <WaitingRoom link={link} />
              </Suspense>
            )}
            <ControlsGuide
              vr={opening.state === 'ready' && opening.vrOffered}
              together={several || members.spectators > 0 || Object.keys(members.people).length > 1}
            />
          </div>
        </div>
      </div>
    </section>
  )
}

interface GoProps {
  opening: Opening
  connected: boolean
  children: (trainee: TraineePort, vrOffered: boolean) => ReactNode
}

function Go({ opening, connected, children }: GoProps) {
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
  return children(opening.trainee, opening.vrOffered)
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
