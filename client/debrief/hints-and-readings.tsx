import type { Debrief } from '#shared/session/debrief.ts'
import { formatClock } from '#client/i18n/format.ts'
import { useText } from '#client/ui/text.tsx'
import { readingName, shownReadings } from './readings.ts'

export function HintsAndReadings({ debrief }: { debrief: Debrief }) {
  const { t, say, language } = useText()
  const readings = shownReadings(debrief)
  const number = new Intl.NumberFormat(language)
  return (
    <div className="debrief-pair">
      <section className="debrief-part" aria-labelledby="hints-title">
        <h2 id="hints-title">{t('debrief.hints')}</h2>
        {debrief.hints.length === 0 && <p className="soft">{t('debrief.noHints')}</p>}
        <ul className="plain-list">
          {debrief.hints.map(({ step, title, level, text, atMs }) => (
            <li key={`${step} ${level} ${atMs}`}>
              <p className="label">
                {t('debrief.hintEntry', { step: say(title), level })} ·{' '}
                {t('debrief.at', { time: formatClock(atMs) })}
              </p>
              <p>{say(text)}</p>
            </li>
          ))}
        </ul>
      </section>
      {readings.length > 0 && (
        <section className="debrief-part" aria-labelledby="measured-title">
          <h2 id="measured-title">{t('debrief.measured')}</h2>
          <dl className="readings">
            {readings.map(({ name, value, unit, atMs }) => (
              <div key={`${name} ${atMs}`}>
                <dt>{readingName(t, name)}</dt>
                <dd>
                  {number.format(value)} {unit}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}
