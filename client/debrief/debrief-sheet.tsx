import { Suspense, lazy } from 'react'
import { formatDuration, formatWhen } from '#client/i18n/format.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'
import { Criteria } from './criteria.tsx'
import { HintsAndReadings } from './hints-and-readings.tsx'
import { Mistakes } from './mistakes.tsx'
import { Questions } from './questions.tsx'
import { ScoreDial } from './score-dial.tsx'
import { Timeline } from './timeline.tsx'
import type { NamedDebrief } from './who-is-who.ts'

const LiveSession = lazy(async () => ({ default: (await import('./live-session.tsx')).LiveSession }))
const Team = lazy(async () => ({ default: (await import('./team.tsx')).Team }))

export function DebriefSheet({ debrief }: { debrief: NamedDebrief }) {
  const { t, say, language } = useText()
  const { score, outcome, people, names, me } = debrief
  const who = names && { who: { names, ...(me !== undefined && { me }) } }
  const vetoing = debrief.mistakes.find(({ rule }) => rule === score.vetoedBy)
  const other = debrief.mode === 'guided' ? 'practice' : 'guided'
  const train = (mode: string) =>
    `/train/${encodeURIComponent(debrief.scenario.id)}?mode=${encodeURIComponent(mode)}`
  return (
    <article className="debrief">
      <header className="debrief-head">
        <div className="debrief-head__words">
          <p className="label">
            {say(debrief.scenario.title)} · {modeName(t, debrief.mode)} ·{' '}
            {formatWhen(debrief.startedAt, language)} · {formatDuration(debrief.durationMs, language)}
          </p>
          <h1>{say(outcome.title)}</h1>
          <p className="debrief-head__text">{say(outcome.text)}</p>
          {score.vetoedBy !== undefined && (
            <p className="notice notice--bad">
              {t('debrief.vetoed', { mistake: vetoing ? say(vetoing.text) : score.vetoedBy })}
            </p>
          )}
          <p className="debrief-actions">
            <a className="button button--primary button--large" href={train(debrief.mode)}>
              {t('debrief.again')}
              <Icon name="arrow" />
            </a>
            <a className="button button--large" href={train(other)}>
              {t('debrief.other', { mode: modeName(t, other) })}
            </a>
            <button
              type="button"
              className="button button--large button--quiet"
              onClick={() => window.print()}
            >
              <Icon name="print" />
              {t('debrief.print')}
            </button>
          </p>
        </div>
        <ScoreDial score={score} abandoned={debrief.abandoned} />
      </header>
      {people && who && (
        <Suspense>
          <Team people={people} scenario={debrief.scenario} {...who} />
        </Suspense>
      )}
      {debrief.live && (
        <Suspense>
          <LiveSession live={debrief.live} who={who?.who ?? { names: {} }} />
        </Suspense>
      )}
      <Mistakes mistakes={debrief.mistakes} {...who} />
      <Timeline steps={debrief.steps} {...who} />
      <Criteria criteria={score.criteria} />
      <HintsAndReadings debrief={debrief} />
      <Questions questions={debrief.questions} />
    </article>
  )
}
