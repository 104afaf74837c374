import { Suspense, lazy, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { IconName } from '#client/ui/icon.tsx'
import { PersonLine } from './person-line.tsx'
import { usePeople } from './use-people.ts'
import './people-panel.css'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))
const RosterDialog = lazy(async () => ({ default: (await import('./roster-dialog.tsx')).RosterDialog }))
const OfferDialog = lazy(async () => ({ default: (await import('./offer-dialog.tsx')).OfferDialog }))
type Opened = 'share' | 'roster' | 'offer'

/** Quietly: who is here, and what one may do about it. */
export function PeoplePanel({ link, onDone }: { link: SessionLink; onDone: () => void }) {
  const { w, people, members, names } = usePeople(link)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { person, moderates } = link.me
  const me = members.people[person]
  const close = () => {
    setOpened(null)
    onDone()
  }
  const open = (which: Opened) => () => setOpened(which)
  return (
    <section className="people" aria-labelledby="people-title">
      <h2 className="label" id="people-title">
        {w('who.title')}
      </h2>
      <ul>
        {people.map((who) => (
          <li key={who.person}>
            <PersonLine who={who} names={names} />
          </li>
        ))}
      </ul>
      {people.length === 1 && <p className="soft">{w('who.alone')}</p>}
      {members.spectators > 0 && (
        <p className="people__note">
          <Icon name="eye" />
          {w('who.spectators', { count: members.spectators })}
        </p>
      )}
      {members.locked && (
        <p className="people__note">
          <Icon name="lock" />
          {w('who.locked')}
        </p>
      )}
      <div className="people__acts">
        {moderates && <Act icon="share" label={w('share.open')} onPress={open('share')} />}
        {moderates && <Act icon="people" label={w('roster.open')} onPress={open('roster')} />}
        {me !== undefined && me.role !== '' && people.length > 1 && (
          <Act icon="swap" label={w('offer.open')} onPress={open('offer')} />
        )}
      </div>
      <Suspense>
        {opened === 'share' && <ShareDialog session={link.session} onClose={close} />}
        {opened === 'roster' && <RosterDialog link={link} onClose={close} />}
        {opened === 'offer' && <OfferDialog link={link} onClose={close} />}
      </Suspense>
    </section>
  )
}

function Act({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" className="tool" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
