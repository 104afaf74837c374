import { Suspense, lazy, useState } from 'react'
import type { Moderation, RosterPerson } from '#shared/protocol/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { RosterRow } from './roster-row.tsx'
import { useModerate } from './use-moderate.ts'
import { usePeople } from './use-people.ts'
import { withAskers } from './with-askers.ts'
import './roster.css'

const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.tsx')).RemoveDialog }))
const RoleDialog = lazy(async () => ({ default: (await import('./role-dialog.tsx')).RoleDialog }))
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))
type Opened = { what: 'remove' | 'role'; who: RosterPerson } | { what: 'share' }

/** For those who lead: who is where at which step, on what connection; mute, remove, roles, lock. */
export function Roster({ link, onGoTo }: { link: SessionLink; onGoTo?: (person: string) => unknown }) {
  const { w, members, names } = usePeople(link)
  const roster = useReadable(link.roster)
  const phase = useReadable(link.view)?.phase
  const [opened, setOpened] = useState<Opened | null>(null)
  const { moderate, refused } = useModerate(link)
  const close = () => setOpened(null)
  const moderateAndClose = async (act: Moderation) => {
    if (await moderate(act)) close()
  }
  const { people, locked, spectators } = roster ?? { people: [], locked: members.locked, spectators: 0 }
  return (
    <div className="roster">
      <div className="roster__room">
        <Switch label={w('roster.lock')} on={locked} onChange={(on) => void moderate({ act: 'lock', on })} />
        <button type="button" className="button" onClick={() => setOpened({ what: 'share' })}>
          <Icon name="share" />
          {w('share.open')}
        </button>
        {phase === 'waiting' && (
          <button
            type="button"
            className="button button--primary"
            onClick={() => void moderate({ act: 'begin' })}
          >
            <Icon name="play" />
            {w('live.begin')}
          </button>
        )}
      </div>
      {refused !== '' && (
        <p className="notice notice--bad" role="alert">
          {refused}
        </p>
      )}
      {people.length === 0 && <p className="soft">{w('roster.empty')}</p>}
      <ul>
        {withAskers(people, members.asking).map((who) => (
          <RosterRow
            key={who.person}
            who={who}
            isMe={who.person === link.me.person}
            slot={members.people[who.person]?.slot ?? 0}
            asking={Object.hasOwn(members.asking, who.person)}
            names={names}
            onMute={() => void moderate({ act: 'mute', person: who.person, on: !who.muted })}
            onRemove={() => setOpened({ what: 'remove', who })}
            onRole={() => setOpened({ what: 'role', who })}
            {...(onGoTo && { onGoTo: () => onGoTo(who.person) })}
          />
        ))}
      </ul>
      {spectators > 0 && <p className="soft">{w('who.spectators', { count: spectators })}</p>}
      <Suspense>
        {opened?.what === 'share' && <ShareDialog session={link.session} onClose={close} />}
        {opened?.what === 'remove' && (
          <RemoveDialog
            name={opened.who.name || w('who.guest')}
            onClose={close}
            onRemove={() => void moderateAndClose({ act: 'remove', person: opened.who.person })}
          />
        )}
        {opened?.what === 'role' && (
          <RoleDialog link={link} who={opened.who} onClose={close} onChoose={moderateAndClose} />
        )}
      </Suspense>
    </div>
  )
}
