import type { DebriefLive } from '#shared/session/debrief-live.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import { useText } from '#client/ui/text.tsx'

interface LearningGainProps {
  gain: DebriefLive['gain']
  polls: DebriefLive['polls']
  l: LeadingText
}

/** How the watchers' answers got better, with what that rests on; and each question. */
export function LearningGain({ gain, polls, l }: LearningGainProps) {
  const { say, language } = useText()
  const points = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  return (
    <section className="debrief-part" aria-labelledby="learned-title">
      <h3 id="learned-title">{l('after.learned')}</h3>
      <p className="soft">{gain ? l('after.learnedNote') : l('after.tooFew')}</p>
      {gain && (
        <div className="gain">
          <strong className="gain__points display">
            {l('after.gain', { points: points.format(Math.round(gain.gain * 100)) })}
          </strong>
          <dl>
            <Half name={l('after.earlier')} half={gain.first} l={l} />
            <Half name={l('after.later')} half={gain.second} l={l} />
          </dl>
        </div>
      )}
      <details>
        <summary>
          {l('after.questions')}: {polls.length}
        </summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{l('after.question')}</th>
              <th scope="col" className="number">
                {l('after.answers')}
              </th>
              <th scope="col" className="number">
                {l('after.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {polls.map(({ n, title, answered, right }) => (
              <tr key={n}>
                <th scope="row">{say(title)}</th>
                <td className="number">{answered}</td>
                <td className="number">
                  {answered === 0
                    ? '–'
                    : l('question.percent', { percent: Math.round((100 * right) / answered) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

interface HalfProps {
  name: string
  half: { answered: number; right: number }
  l: LeadingText
}

function Half({ name, half: { answered, right }, l }: HalfProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="gain__bar" aria-hidden="true">
          <span style={{ width: `${(100 * right) / answered}%` }} />
        </span>
        {l('after.right', { right, answered })}
      </dd>
    </div>
  )
}
