import type { SessionLink } from '#client/net/session-link.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import { RosterRoom } from './roster-room.tsx'
import { RosterRow } from './roster-row.tsx'
import { SpectatorsNote } from './spectators-note.tsx'
import { usePeople } from './use-people.ts'
import { withAskers } from './with-askers.ts'
import './roster.css'

/** For those who lead: who is where at which step, on what connection; mute, remove, roles, lock. */
export function Roster({ link }: { link: SessionLink }) {
  const { w, members, names } = usePeople(link)
  const { people, spectators } = useReadable(link.roster) ?? { people: [], spectators: 0 }
  return (
    <div className="roster">
      <RosterRoom link={link} />
      {people.length === 0 && <p className="soft">{w('roster.empty')}</p>}
      <ul>
        {withAskers(people, members.asking).map((who) => (
          <RosterRow
            key={who.person}
            link={link}
            who={who}
            slot={members.people[who.person]?.slot ?? 0}
            asking={Object.hasOwn(members.asking, who.person)}
            names={names}
          />
        ))}
      </ul>
      <SpectatorsNote count={spectators} />
    </div>
  )
}
