import { useState } from 'react'
import type { LeadingScene } from '#client/leading/leading-scene.ts'
import type { Act } from '#client/leading/use-live-act.ts'
import type { useLeading } from '#client/leading/use-leading.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { RosterRoom } from '#client/together/roster-room.tsx'
import { SpectatorsNote } from '#client/together/spectators-note.tsx'
import { withAskers } from '#client/together/with-askers.ts'
import { Switch } from '#client/ui/switch.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { PersonCard } from './person-card.tsx'
import { wallPage } from './wall-page.ts'
import './people-wall.css'

interface PeopleWallProps {
  link: SessionLink
  who: ReturnType<typeof useLeading>
  scene: LeadingScene | null
  act: Act
  onWatch: (person: string) => void
  onGoTo: (person: string) => void
}

/** Everybody, with what they see; further people on further pages. */
export function PeopleWall({ link, who, scene, act, onWatch, onGoTo }: PeopleWallProps) {
  const { l, w, live, members } = who
  const [page, setPage] = useState(0)
  const { people, spectators } = useReadable(link.roster) ?? { people: [], spectators: 0 }
  const wall = wallPage(withAskers(people, members.asking), live, link.me.person, page)
  return (
    <section className="wall roster" aria-labelledby="wall-title">
      <h2 className="label" id="wall-title">
        {l('cockpit.people')}
      </h2>
      <RosterRoom link={link} />
      {wall.people.length === 0 && <p className="soft">{w('roster.empty')}</p>}
      <ul className="wall__cards">
        {wall.people.map((person) => (
          <PersonCard
            key={person.person}
            link={link}
            who={who}
            person={person}
            scene={scene}
            act={act}
            onWatch={onWatch}
            onGoTo={onGoTo}
          />
        ))}
      </ul>
      {wall.pages > 1 && (
        <nav className="wall__pages" aria-label={l('cockpit.pages')}>
          <button
            type="button"
            className="button"
            disabled={wall.page === 0}
            onClick={() => setPage(wall.page - 1)}
          >
            {l('cockpit.before')}
          </button>
          <span>{l('cockpit.page', { from: wall.from, to: wall.to, count: wall.count })}</span>
          <button
            type="button"
            className="button"
            disabled={wall.page === wall.pages - 1}
            onClick={() => setPage(wall.page + 1)}
          >
            {l('cockpit.after')}
          </button>
        </nav>
      )}
      <SpectatorsNote count={spectators} />
      <details className="wall__rights">
        <summary>{l('cockpit.rights')}</summary>
        <Switch
          label={l('lead.allDraw')}
          on={live.mayDraw.everybody}
          onChange={(on) => void act({ act: 'allow', what: 'draw', person: '', on })}
        />
        <Switch
          label={l('lead.allSpeak')}
          on={live.maySpeak.everybody}
          onChange={(on) => void act({ act: 'allow', what: 'speak', person: '', on })}
        />
      </details>
    </section>
  )
}
