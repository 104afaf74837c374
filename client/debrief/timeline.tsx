import { Suspense, lazy } from 'react'
import type { DebriefStep } from '#shared/session/debrief-rows.ts'
import { formatDuration } from '#client/i18n/format.ts'
import type { TextKey, Translate } from '#client/i18n/translate.ts'
import { useText } from '#client/ui/text.tsx'
import { namesOf } from './who-is-who.ts'
import type { WhoIsWho } from './who-is-who.ts'

const Assisted = lazy(async () => ({ default: (await import('./assisted.tsx')).Assisted }))

const outcomes = {
  correct: 'debrief.howCorrect',
  alternative: 'debrief.howAlternative',
  mistake: 'debrief.howMistake',
  timeout: 'debrief.howTimeout',
  abort: 'debrief.howAbort',
  skipped: 'debrief.howSkipped',
  unfinished: 'debrief.howUnfinished',
} as const satisfies Record<DebriefStep['how'], TextKey>

/** Each step's time as a bar on one scale, with the expected span bracketed; every number also stands in words. */
export function Timeline({ steps, who }: { steps: readonly DebriefStep[]; who?: WhoIsWho }) {
  const { t, say, language } = useText()
  const longestMs = Math.max(
    1,
    ...steps.flatMap(({ durationMs, expectedMs }) => [durationMs, expectedMs.p90]),
  )
  const share = (ms: number) => `${(Math.min(ms, longestMs) / longestMs) * 100}%`
  return (
    <section className="debrief-part" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{t('debrief.timeline')}</h2>
      <p className="soft">{t('debrief.timelineNote')}</p>
      <table className="timeline">
        <thead>
          <tr>
            <th scope="col">{t('debrief.step')}</th>
            <th scope="col">{t('debrief.how')}</th>
            <th scope="col" className="number">
              {t('debrief.yourTime')}
            </th>
            <th scope="col" className="number">
              {t('debrief.expected')}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id} data-how={step.how}>
              <th scope="row">
                {say(step.title)}
                {who && <span className="timeline__who">{namesOf(step.people, who, language)}</span>}
              </th>
              <td>
                {resultOf(t, step)}
                {(step.assisted ?? step.movedBy) && (
                  <Suspense>
                    <Assisted step={step} who={who} />
                  </Suspense>
                )}
              </td>
              <td className="number">{ran(step) ? formatDuration(step.durationMs, language) : '–'}</td>
              <td className="number soft">
                {formatDuration(step.expectedMs.p50, language)} –{' '}
                {formatDuration(step.expectedMs.p90, language)}
              </td>
              <td className="timeline__chart" aria-hidden="true">
                <span
                  className="timeline__expected"
                  style={{
                    left: share(step.expectedMs.p50),
                    right: `calc(100% - ${share(step.expectedMs.p90)})`,
                  }}
                />
                {ran(step) && (
                  <span
                    className="timeline__bar"
                    data-late={step.durationMs > step.expectedMs.p90}
                    style={{ width: share(step.durationMs) }}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const ran = (step: DebriefStep) => step.how !== 'skipped'

function resultOf(t: Translate, step: DebriefStep): string {
  const result = t(outcomes[step.how])
  return ran(step) && !step.measured ? `${result}, ${t('debrief.notMeasured')}` : result
}
