import { useText } from '#client/ui/text.tsx'
import type { Interactable, TraineePort } from './trainee-port.ts'

const directions = {
  ahead: 'train.ahead',
  left: 'train.left',
  right: 'train.right',
  behind: 'train.behind',
} as const

export function MirrorItem({ thing, trainee }: { thing: Interactable; trainee: TraineePort }) {
  const { t, language } = useText()
  const metres = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(thing.distance)
  const where = thing.held
    ? t('train.inHand')
    : t('train.where', { metres, direction: t(directions[thing.direction]) })
  return (
    <li className="mirror__item" data-highlighted={thing.highlighted}>
      <h3>{thing.name}</h3>
      <p className="soft">
        {where}. {thing.description}
      </p>
      <div className="mirror__actions">
        {thing.actions
          .filter(({ action }) => action !== 'squeeze')
          .map(({ action, label, enabled, reason }) => (
            <button
              type="button"
              key={action}
              className="button"
              aria-disabled={!enabled}
              aria-label={`${label}: ${thing.name}${enabled || reason === undefined ? '' : ` (${reason})`}`}
              onClick={() => void trainee.perform(thing.entity, action)}
            >
              {label}
            </button>
          ))}
        {!thing.held && (
          <>
            <button
              type="button"
              className="button button--quiet"
              aria-label={t('train.lookAt', { name: thing.name })}
              onClick={() => trainee.focus(thing.entity)}
            >
              {t('train.look')}
            </button>
            <button
              type="button"
              className="button button--quiet"
              aria-label={t('train.aimAt', { name: thing.name })}
              onClick={() => trainee.aimAt(thing.entity)}
            >
              {t('train.aim')}
            </button>
          </>
        )}
      </div>
    </li>
  )
}
