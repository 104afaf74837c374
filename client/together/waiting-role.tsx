import { PersonMark } from '#client/ui/person-mark.tsx'
import type { Names } from './names.ts'
import type { PersonHere } from './people-here.ts'
import type { RolePlace } from './role-choice.tsx'
import { isFull } from './role-choice.tsx'
import { useTogether } from './use-together.ts'

interface WaitingRoleProps {
  place: RolePlace
  people: readonly PersonHere[]
  /** Persons who have read the briefing. */
  ready: readonly string[]
  names: Names
  /** Where this person may let a bot stand in. */
  onFill?: () => void
}

/** One role, who has it and how far they are, and whether a place is open. */
export function WaitingRole({ place, people, ready, names, onFill }: WaitingRoleProps) {
  const { w, say } = useTogether()
  const role = say(place.name)
  const stateOf = ({ person, state }: PersonHere) => {
    if (state === 'lost') return w('who.lost')
    return state === 'bot' || ready.includes(person) ? w('room.ready') : w('room.reading')
  }
  return (
    <li className="waiting__role">
      <h4>{role}</h4>
      <ul>
        {people.map((who) => (
          <li key={who.person}>
            <PersonMark mark={who.mark} />
            <p>
              <strong>
                {who.isMe ? w('who.you', { name: names.person(who.person) }) : names.person(who.person)}
              </strong>
              <span className="waiting__state" data-ready={who.state === 'bot' || ready.includes(who.person)}>
                {stateOf(who)}
              </span>
            </p>
          </li>
        ))}
        {!isFull(place) && (
          <li>
            <span className="waiting__gap" aria-hidden="true" />
            <p className="soft">{w('room.open')}</p>
            {onFill && (
              <button
                type="button"
                className="button"
                aria-label={w('room.fillFor', { role })}
                onClick={onFill}
              >
                {w('room.fill')}
              </button>
            )}
          </li>
        )}
      </ul>
    </li>
  )
}
