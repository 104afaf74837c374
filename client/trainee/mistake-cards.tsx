import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'
import type { HudView } from './hud-view.ts'

const shown = 2

/** What went wrong, why, and what would have been right; stays until understood. */
export function MistakeCards({
  mistakes,
  onDismiss,
}: {
  mistakes: HudView['mistakes']
  onDismiss: (id: string) => void
}) {
  const { t } = useText()
  return (
    <ul className="mistakes">
      {mistakes.slice(-shown).map((mistake) => (
        <li className="mistake" key={mistake.id} data-severity={mistake.severity}>
          <p className="mistake__head">
            <Icon name="warning" />
            <strong>{t('train.mistake')}</strong>
          </p>
          <p>{mistake.text}</p>
          <p>
            <span className="label">{t('train.remedy')}</span> {mistake.remedy}
          </p>
          <button type="button" className="button" onClick={() => onDismiss(mistake.id)}>
            {t('train.dismiss')}
          </button>
        </li>
      ))}
    </ul>
  )
}
