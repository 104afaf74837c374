import { formatWhen } from '#client/i18n/format.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import type { RunSummary, ScenarioSummary } from '#client/net/api.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'

export function ContinueNotice({
  run,
  scenario,
}: {
  run: RunSummary
  scenario: ScenarioSummary | undefined
}) {
  const { t, say, language } = useText()
  const name = scenario ? say(scenario.title) : run.scenario
  return (
    <section className="notice notice--warn continue" aria-labelledby="continue-title">
      <p>
        <strong id="continue-title">{t('lobby.continueTitle')}.</strong>{' '}
        {t('lobby.continueText', {
          scenario: name,
          mode: modeName(t, run.mode),
          when: formatWhen(run.startedAt, language),
        })}
      </p>
      <a
        className="button"
        href={`/train/${encodeURIComponent(run.scenario)}?mode=${run.mode}&run=${encodeURIComponent(run.session)}`}
      >
        {t('lobby.continue')}
        <Icon name="arrow" />
      </a>
    </section>
  )
}
