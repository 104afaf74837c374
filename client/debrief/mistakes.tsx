import type { DebriefMistake } from '#shared/session/debrief-rows.ts'
import { formatClock } from '#client/i18n/format.ts'
import type { TextKey } from '#client/i18n/translate.ts'
import { useText } from '#client/ui/text.tsx'

const severities = {
  minor: 'debrief.severityMinor',
  major: 'debrief.severityMajor',
  critical: 'debrief.severityCritical',
  fatal: 'debrief.severityFatal',
} as const satisfies Record<DebriefMistake['severity'], TextKey>

export function Mistakes({ mistakes }: { mistakes: readonly DebriefMistake[] }) {
  const { t, say } = useText()
  return (
    <section className="debrief-part" aria-labelledby="mistakes-title">
      <h2 id="mistakes-title">{t('debrief.mistakes')}</h2>
      {mistakes.length === 0 && <p className="soft">{t('debrief.noMistakes')}</p>}
      <ul className="mistake-list">
        {mistakes.map((mistake) => (
          <li key={`${mistake.rule} ${mistake.atMs}`} data-severity={mistake.severity}>
            <p className="label">
              {t(severities[mistake.severity])} · {t('debrief.at', { time: formatClock(mistake.atMs) })}
              {mistake.step && ` · ${say(mistake.step.title)}`}
            </p>
            <p className="mistake-list__what">{say(mistake.text)}</p>
            <p>
              <strong>{t('debrief.instead')}: </strong>
              {say(mistake.remedy)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
