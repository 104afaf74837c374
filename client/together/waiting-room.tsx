import { Suspense, lazy, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { rolePlaces } from './role-places.ts'
import { useModerate } from './use-moderate.ts'
import { usePeople } from './use-people.ts'
import { WaitingRole } from './waiting-role.tsx'
import './waiting-room.css'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

/** Before the start: each role with who has it, what is still open, and for the host what can be done about it. */
export function WaitingRoom({ link }: { link: SessionLink }) {
  const { w, people, members, team, names } = usePeople(link)
  const { moderate, refused } = useModerate(link)
  const [sharing, setSharing] = useState(false)
  const { moderates } = link.me
  const without = people.filter(({ role }) => role === '').map(({ person }) => names.person(person))
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <div className="waiting__head">
        <h3 className="label" id="waiting-title">
          {w('room.title')}
        </h3>
        {moderates && (
          <button type="button" className="button" onClick={() => setSharing(true)}>
            <Icon name="share" />
            {w('share.open')}
          </button>
        )}
      </div>
      <ul>
        {rolePlaces(link.edition.roles, members).map((place) => (
          <WaitingRole
            key={place.id}
            place={place}
            people={people.filter(({ role }) => role === place.id)}
            ready={team?.ready ?? []}
            names={names}
            {...(moderates && place.bot && { onFill: () => void moderate({ act: 'fill', role: place.id }) })}
          />
        ))}
      </ul>
      {without.length > 0 && <p className="soft">{w('room.without', { names: names.list(without) })}</p>}
      {members.spectators > 0 && <p className="soft">{w('who.spectators', { count: members.spectators })}</p>}
      {refused !== '' && <p role="alert">{refused}</p>}
      <Suspense>
        {sharing && <ShareDialog session={link.session} onClose={() => setSharing(false)} />}
      </Suspense>
    </section>
  )
}
