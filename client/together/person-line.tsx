import { Icon } from '#client/ui/icon.tsx'
import { PersonMark } from '#client/ui/person-mark.tsx'
import type { Names } from './names.ts'
import type { PersonHere } from './people-here.ts'
import { useTogether } from './use-together.ts'

/** Mark, name, and in words all that the mark and the icons say. */
export function PersonLine({ who, names }: { who: PersonHere; names: Names }) {
  const { w } = useTogether()
  const { person, isMe, kind, role, mark, state, muted, asking, atWork } = who
  const name = names.person(person)
  const about = [
    kind === 'instructor' && role === '' ? w('who.instructor') : state !== 'bot' && names.role(role),
    state === 'away' && w('who.away'),
    state === 'lost' && w('who.lost'),
    atWork && w('who.turn'),
    muted && w('who.muted'),
    asking && w('who.asks'),
  ].filter((each) => each !== false)
  return (
    <div className="person" data-state={state} data-at-work={atWork}>
      <PersonMark mark={mark} />
      <p className="person__words">
        <strong>{isMe ? w('who.you', { name }) : name}</strong>
        <span className="person__about">{about.join(' · ')}</span>
      </p>
      {muted && <Icon name="muted" />}
      {asking && <Icon name="hand" />}
    </div>
  )
}
