import type { DebriefLive } from '#shared/session/debrief-live.ts'
import { formatClock, formatDuration } from '#client/i18n/format.ts'
import { useLeadingWords } from '#client/leading/use-leading-words.ts'
import { useTogether } from '#client/together/use-together.ts'
import { LearningGain } from './learning-gain.tsx'
import { Watchers } from './watchers.tsx'
import type { WhoIsWho } from './who-is-who.ts'

/** What leading, helping and watching came to. */
export function LiveSession({ live, who }: { live: DebriefLive; who: WhoIsWho }) {
  const { t, w, say, language } = useTogether()
  const l = useLeadingWords(language)
  const name = (person: string) => who.names[person] || w('who.guest')
  const { leaders, help, takeOvers, polls, watchers, gain, annotations } = live
  return (
    <section className="debrief-part" aria-labelledby="live-title">
      <h2 id="live-title">{l('after.title')}</h2>
      {(leaders.length > 0 || annotations > 0) && (
        <p>
          {leaders.length > 0 && (
            <>
              <span className="label">{l('after.led')}</span>{' '}
              {leaders
                .map(({ person, durationMs }) =>
                  l('after.ledBy', { name: name(person), time: formatDuration(durationMs, language) }),
                )
                .join(' · ')}
            </>
          )}
          {leaders.length > 0 && annotations > 0 && ' · '}
          {annotations > 0 && l('after.drawings', { count: annotations })}
        </p>
      )}
      <div className="debrief-pair">
        {help.length + takeOvers.length > 0 && (
          <section className="debrief-part" aria-labelledby="help-title">
            <h3 id="help-title">{l('after.help')}</h3>
            <ul className="plain-list">
              {help.map(({ person, step, title, atMs }) => (
                <li key={`${person} ${step} ${atMs}`}>
                  {l('after.asked', { name: name(person), step: say(title) })}{' '}
                  <span className="soft">{t('debrief.at', { time: formatClock(atMs) })}</span>
                </li>
              ))}
              {takeOvers.map(({ helper, person, step, title, durationMs }, index) => (
                // The same step can be taken over twice.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${helper} ${person} ${step} ${index}`}>
                  {l('after.tookOver', {
                    helper: name(helper),
                    name: name(person),
                    step: say(title),
                    time: formatDuration(durationMs, language),
                  })}
                </li>
              ))}
            </ul>
          </section>
        )}
        {polls.length > 0 && <LearningGain gain={gain} polls={polls} l={l} />}
      </div>
      {watchers.length > 0 && <Watchers watchers={watchers} who={who} l={l} />}
    </section>
  )
}
