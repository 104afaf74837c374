import type { RosterPerson } from '#shared/protocol/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import { Icon } from '#client/ui/icon.tsx'
import { PersonMark } from '#client/ui/person-mark.tsx'
import { LineBars } from './line-bars.tsx'
import type { Names } from './names.ts'
import { rosterWords } from './roster-words.ts'
import { useModeratedPerson } from './use-moderated-person.tsx'
import { useTogether } from './use-together.ts'

interface RosterRowProps {
  link: SessionLink
  who: RosterPerson
  slot: number
  asking: boolean
  names: Names
}

export function RosterRow({ link, who, slot, asking, names }: RosterRowProps) {
  const { w, say } = useTogether()
  const { person, kind, step } = who
  const isMe = person === link.me.person
  const name = who.name || names.person(person)
  const { acts, refused, dialogs } = useModeratedPerson(link, who, name)
  return (
    <li className="roster__row">
      <PersonMark mark={markOf(slot)} />
      <div className="roster__who">
        <strong>{isMe ? w('who.you', { name }) : name}</strong>
        <span className="soft">{rosterWords(who, asking, w, names).join(' · ')}</span>
        {kind === 'participant' && (
          <span>
            <span className="visually-hidden">{w('roster.step')}: </span>
            {step ? say(step) : w('roster.noStep')}
          </span>
        )}
        {refused !== '' && <span role="alert">{refused}</span>}
      </div>
      <LineBars who={who} />
      <div className="roster__acts">
        {!isMe &&
          acts.map(({ icon, label, onPress }) => (
            <button
              key={icon}
              type="button"
              className="tool"
              aria-label={label}
              title={label}
              onClick={onPress}
            >
              <Icon name={icon} />
            </button>
          ))}
      </div>
      {dialogs}
    </li>
  )
}
