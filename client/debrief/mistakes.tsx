import type { DebriefMistake } from '#shared/session/debrief-rows.ts'
import { formatClock } from '#client/i18n/format.ts'
import type { TextKey } from '#client/i18n/translate.ts'
import type { WhoIsWho } from './who-is-who.ts'
import { namesOf, ownFirst } from './who-is-who.ts'
import { useText } from '#client/ui/text.tsx'

const severities = {
  minor: 'debrief.severityMinor',
  major: 'debrief.severityMajor',
  critical: 'debrief.severityCritical',
  fatal: 'debrief.severityFatal',
} as const satisfies Record<DebriefMistake['severity'], TextKey>

export function Mistakes({ mistakes, who }: { mistakes: readonly DebriefMistake[]; who?: WhoIsWho }) {
  const { t, say, language } = useText()
  return (
    <section className="debrief-part" aria-labelledby="mistakes-title">
      <h2 id="mistakes-title">{t('debrief.mistakes')}</h2>
      {mistakes.length === 0 && <p className="soft">{t('debrief.noMistakes')}</p>}
      <ul className="mistake-list">
        {ownFirst(mistakes, who?.me).map((mistake) => (
          <li key={`${mistake.rule} ${mistake.atMs} ${mistake.actor}`} data-severity={mistake.severity}>
            <p className="label">
              {t(severities[mistake.severity])} · {t('debrief.at', { time: formatClock(mistake.atMs) })}
              {mistake.step && ` · ${say(mistake.step.title)}`}
              {who && ` · ${namesOf([mistake.actor], who, language)}`}
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
