import type { SessionLink } from '#client/net/session-link.ts'
import { PersonLine } from '#client/together/person-line.tsx'
import { usePeople } from '#client/together/use-people.ts'
import { Icon } from '#client/ui/icon.tsx'
import '#client/together/people-panel.css'

interface LivePanelProps {
  link: SessionLink
  onGoTo?: (person: string) => boolean
}

/** Who is here; from there one goes to a person in the scene. */
export function LivePanel({ link, onGoTo }: LivePanelProps) {
  const { w, people, members, names } = usePeople(link)
  return (
    <section className="live__panel" aria-label={w('who.title')}>
      <h2 className="label">{w('who.title')}</h2>
      <ul className="live__people">
        {people.map((who) => (
          <li key={who.person}>
            <PersonLine who={who} names={names} />
            {onGoTo && !who.isMe && who.state !== 'bot' && who.state !== 'lost' && (
              <button
                type="button"
                className="tool"
                aria-label={w('live.goTo', { name: names.person(who.person) })}
                title={w('live.goTo', { name: names.person(who.person) })}
                onClick={() => onGoTo(who.person)}
              >
                <Icon name="aim" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {members.spectators > 0 && (
        <p className="people__note">
          <Icon name="eye" />
          {w('who.spectators', { count: members.spectators })}
        </p>
      )}
    </section>
  )
}
