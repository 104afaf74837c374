import { formatWhen } from '#client/i18n/format.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import type { RunSummary, ScenarioSummary } from '#client/net/api.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'

const shown = 5

export function RunHistory({
  runs,
  scenarios,
}: {
  runs: readonly RunSummary[]
  scenarios: readonly ScenarioSummary[]
}) {
  const { t, say, language } = useText()
  if (runs.length === 0) return null
  const titleOf = (run: RunSummary) => {
    const scenario = scenarios.find(({ id }) => id === run.scenario)
    return scenario ? say(scenario.title) : run.scenario
  }
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title">{t('lobby.history')}</h2>
      <ul>
        {runs.slice(0, shown).map((run) => (
          <li key={run.session}>
            <a href={`/debrief/${encodeURIComponent(run.session)}`}>
              <span className="history__title">{titleOf(run)}</span>
              <span className="soft">{modeName(t, run.mode)}</span>
              <time className="soft" dateTime={new Date(run.startedAt).toISOString()}>
                {formatWhen(run.startedAt, language)}
              </time>
              <span className="history__open">
                {t('lobby.historyOpen')}
                <Icon name="arrow" />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
