import { useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { listMirror } from './list-mirror.ts'
import { MirrorItem } from './mirror-item.tsx'
import type { TraineePort } from './trainee-port.ts'

interface MirrorProps {
  link: SessionLink
  trainee: TraineePort
  open: boolean
  onToggle: () => void
}

/**
 * The scene as a list of real buttons. Off the screen until it is opened or gets the focus, but always there for a screen
 * reader: with it alone the whole scenario can be finished.
 */
export function Mirror({ link, trainee, open, onToggle }: MirrorProps) {
  const { t, say } = useText()
  const { workplace } = link.edition
  const { entries, holdsTool } = listMirror(useReadable(trainee.interactables), workplace.entities)
  return (
    <section className="mirror" data-open={open} aria-labelledby="mirror-title">
      <div className="mirror__head">
        <h2 id="mirror-title">{t('train.mirror')}</h2>
        <button
          type="button"
          className="button button--quiet"
          aria-expanded={open}
          aria-label={open ? t('train.mirrorClose') : t('train.mirrorOpen')}
          onClick={onToggle}
        >
          <Icon name={open ? 'close' : 'list'} />
        </button>
      </div>
      <p className="soft">{t('train.mirrorText')}</p>
      {holdsTool && <SqueezeButton trainee={trainee} />}
      <ul>
        {entries.map((entry) => (
          <MirrorItem key={entry.entity} entry={entry} trainee={trainee} aims={holdsTool} />
        ))}
      </ul>
      <h3 className="label">{t('train.places')}</h3>
      <div className="mirror__actions">
        {workplace.teleportSpots.map(({ id, name }) => (
          <button type="button" className="button" key={id} onClick={() => void trainee.walkTo(id)}>
            {say(name)}
          </button>
        ))}
        <button type="button" className="button" onClick={() => trainee.goToSafePlace()}>
          {t('train.safePlace')}
        </button>
      </div>
    </section>
  )
}

/** Pressed once it squeezes, pressed again it lets go: nobody has to hold anything down. */
function SqueezeButton({ trainee }: { trainee: TraineePort }) {
  const { t } = useText()
  const [squeezing, setSqueezing] = useState(false)
  return (
    <button
      type="button"
      className="button button--primary"
      aria-pressed={squeezing}
      onClick={() => {
        trainee.squeeze(!squeezing)
        setSqueezing(!squeezing)
      }}
    >
      {squeezing ? t('train.squeezeStop') : t('train.squeezeStart')}
    </button>
  )
}
