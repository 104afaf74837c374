import { useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { inDocumentOrder } from './in-document-order.ts'
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
  const { t } = useText()
  const things = inDocumentOrder(useReadable(trainee.interactables), link.edition.workplace.entities)
  const [squeezing, setSqueezing] = useState(false)
  const canSpray = things.some(
    ({ entity, held }) =>
      held &&
      link.edition.workplace.entities
        .find(({ id }) => id === entity)
        ?.affordances.some(({ type }) => type === 'spray'),
  )
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
      <div className="mirror__moves">
        {(canSpray || squeezing) && (
          <button
            type="button"
            className="button"
            aria-pressed={squeezing}
            onClick={() => {
              trainee.squeeze(!squeezing)
              setSqueezing(!squeezing)
            }}
          >
            {squeezing ? t('train.squeezeStop') : t('train.squeezeStart')}
          </button>
        )}
        <button type="button" className="button" onClick={() => void trainee.walkTo('exit')}>
          {t('train.exit')}
        </button>
        <button type="button" className="button" onClick={() => trainee.goToSafePlace()}>
          {t('train.safePlace')}
        </button>
      </div>
      <ul>
        {things.map((thing) => (
          <MirrorItem key={thing.entity} thing={thing} trainee={trainee} />
        ))}
      </ul>
    </section>
  )
}
