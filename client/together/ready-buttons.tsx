import { useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useFocusFirst } from '#client/ui/use-focus-first.ts'
import { useModerate } from './use-moderate.ts'
import { usePeople } from './use-people.ts'

interface ReadyButtonsProps {
  link: SessionLink
  vrOffered: boolean
  /** Says that the briefing is read; only in this click the sound wakes up. */
  onReady: () => void
  enterVr: () => void
}

/** In place of the start button of a run alone: everybody says when they are ready. */
export function ReadyButtons({ link, vrOffered, onReady, enterVr }: ReadyButtonsProps) {
  const { t, w, team, members, names } = usePeople(link)
  const { moderate, refused } = useModerate(link)
  const first = useFocusFirst<HTMLButtonElement>()
  const [asked, setAsked] = useState(false)
  const running = link.view.get()?.phase !== 'waiting'
  const ready = asked && (team === undefined || team.ready.includes(link.me.person))
  const missing = team?.missing ?? []
  const reading = Object.keys(members.people).filter(
    (person) =>
      members.people[person]?.kind === 'participant' &&
      !members.people[person]?.bot &&
      !team?.ready.includes(person),
  )
  const begin = () => {
    setAsked(true)
    onReady()
  }
  return (
    <div className="briefing__go">
      {!ready && (
        <button type="button" className="button button--primary button--large" ref={first} onClick={begin}>
          {running ? w('room.goIn') : w('room.imReady')}
          <Icon name={running ? 'play' : 'check'} />
        </button>
      )}
      {vrOffered && (
        <button
          type="button"
          className="button button--large"
          onClick={() => {
            begin()
            enterVr()
          }}
        >
          <Icon name="headset" />
          {t('train.enterVr')}
        </button>
      )}
      {ready && link.me.moderates && (
        <button
          type="button"
          className="button button--large"
          title={w('room.beginNote')}
          onClick={() => void moderate({ act: 'begin' })}
        >
          <Icon name="play" />
          {w('room.begin')}
        </button>
      )}
      {ready && (
        <output className="briefing__waits">
          {missing.length > 0
            ? w('room.missing', { roles: names.list(missing.map(names.role)) })
            : reading.length > 0
              ? w('room.readers', { names: names.list(reading.map(names.person)) })
              : w('room.waiting')}
        </output>
      )}
      {refused !== '' && <p role="alert">{refused}</p>}
    </div>
  )
}
