import type { DebriefLive, DebriefWatcher } from '#shared/session/debrief-live.ts'
import { formatDuration } from '#client/i18n/format.ts'
import type { LeadingText } from '#client/i18n/leading.ts'
import { useTogether } from '#client/together/use-together.ts'
import type { WhoIsWho } from './who-is-who.ts'

interface WatchersProps {
  watchers: DebriefLive['watchers']
  who: WhoIsWho
  l: LeadingText
}

/** Who watched for how long, through whose eyes, and how they answered. */
export function Watchers({ watchers, who, l }: WatchersProps) {
  const { w, language } = useTogether()
  return (
    <section className="debrief-part" aria-labelledby="watchers-title">
      <h3 id="watchers-title">{l('after.watchers')}</h3>
      <table className="team">
        <thead>
          <tr>
            <th scope="col">{l('after.watcher')}</th>
            <th scope="col" className="number">
              {l('after.time')}
            </th>
            <th scope="col" className="number">
              {l('after.answers')}
            </th>
            <th scope="col">{l('after.steps')}</th>
          </tr>
        </thead>
        <tbody>
          {watchers.map((watcher) => {
            const { person, durationMs, answered, right } = watcher
            const name = who.names[person] || w('who.guest')
            return (
              <tr key={person} data-own={person === who.me}>
                <th scope="row">{person === who.me ? w('who.you', { name }) : name}</th>
                <td className="number">{formatDuration(durationMs, language)}</td>
                <td className="number">{answered === 0 ? '–' : l('after.right', { right, answered })}</td>
                <td>{watcher.steps.length > 0 && <Seen watcher={watcher} name={name} who={who} l={l} />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface SeenProps {
  watcher: DebriefWatcher
  name: string
  who: WhoIsWho
  l: LeadingText
}

function Seen({ watcher: { steps }, name, who, l }: SeenProps) {
  const { w, say, language } = useTogether()
  const list = new Intl.ListFormat(language)
  return (
    <details>
      <summary>
        {steps.length}
        <span className="visually-hidden">: {l('after.seen', { name })}</span>
      </summary>
      <ul className="plain-list">
        {steps.map(({ step, title, durationMs, ways, of }) => (
          <li key={step}>
            {l('after.through', {
              step: say(title),
              time: formatDuration(durationMs, language),
              ways: list.format(ways.map((way) => l(`after.way.${way}`))),
              names: list.format(of.map((person) => who.names[person] || w('who.guest'))),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
