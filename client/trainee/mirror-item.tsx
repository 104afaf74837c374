import type { Translate } from '#client/i18n/translate.ts'
import { useText } from '#client/ui/text.tsx'
import type { MirrorEntry } from './list-mirror.ts'
import type { Interactable, OfferedAction, TraineePort } from './trainee-port.ts'

const directions = {
  ahead: 'train.ahead',
  left: 'train.left',
  right: 'train.right',
  behind: 'train.behind',
} as const

interface MirrorItemProps {
  entry: MirrorEntry
  trainee: TraineePort
  /** A tool to aim is in hand. */
  aims: boolean
}

export function MirrorItem({ entry: { entity, thing, document }, trainee, aims }: MirrorItemProps) {
  const { t, say, language } = useText()
  const name = thing?.name ?? say(document.name)
  const quiet = (text: string, label: string, press: () => void) => (
    <button type="button" className="button button--quiet" aria-label={label} onClick={press}>
      {text}
    </button>
  )
  return (
    <li className="mirror__item" data-highlighted={thing?.highlighted ?? false}>
      <h3>{name}</h3>
      <p className="soft">
        {thing && `${whereIs(thing, t, language)}. `}
        {thing?.description ?? say(document.description)}
      </p>
      <div className="mirror__actions">
        {thing?.actions
          .filter(({ action }) => action !== 'squeeze')
          .map((action) => (
            <ActionButton key={action.action} action={action} thing={thing} trainee={trainee} />
          ))}
        {!thing?.held && (
          <>
            {quiet(t('train.look'), t('train.lookAt', { name }), () => trainee.focus(entity))}
            {quiet(t('train.go'), t('train.goTo', { name }), () => void trainee.walkTo(entity))}
            {aims && quiet(t('train.aim'), t('train.aimAt', { name }), () => trainee.aimAt(entity))}
          </>
        )}
      </div>
    </li>
  )
}

function ActionButton({
  action,
  thing,
  trainee,
}: {
  action: OfferedAction
  thing: Interactable
  trainee: TraineePort
}) {
  // What is only too far away is done after walking there.
  const blocked = !action.enabled && action.obstacle !== 'too-far'
  const why = blocked && action.reason !== undefined ? ` (${action.reason})` : ''
  return (
    <button
      type="button"
      className="button"
      aria-disabled={blocked}
      aria-label={`${action.label}: ${thing.name}${why}`}
      onClick={() => void trainee.perform(thing.entity, action.action)}
    >
      {action.label}
    </button>
  )
}

function whereIs(thing: Interactable, t: Translate, language: string): string {
  if (thing.held) return t('train.inHand')
  const metres = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(thing.distance)
  return t('train.where', { metres, direction: t(directions[thing.direction]) })
}
