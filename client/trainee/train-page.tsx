import { useEffect, useState } from 'react'
import { createApi } from '#client/net/api.ts'
import { colyseusRooms } from '#client/net/colyseus-room.ts'
import { createSessionLink } from '#client/net/session-link.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { useText } from '#client/ui/text.tsx'
import { NotHere } from './not-here.tsx'
import { openRun } from './open-run.ts'
import type { OpenedRun } from './open-run.ts'
import { readAddress, writeAddress } from './read-address.ts'
import { Room } from './room.tsx'
import './scene.css'

const api = createApi()

/** `/train/<scenario>`: finds or begins the run, then opens the room; or says what exists. */
export function TrainPage() {
  const { t } = useText()
  const [address] = useState(() => readAddress(location))
  const [opened, setOpened] = useState<Exclude<OpenedRun, { kind: 'over' }> | null>(null)
  const [link, setLink] = useState<SessionLink | null>(null)

  useEffect(() => {
    document.title = `${t('train.title')} · Sightline`
  }, [t])

  useEffect(() => {
    let stale = false
    let made: SessionLink | null = null
    void openRun(api, address).then((found) => {
      if (stale) return
      if (found.kind === 'over') return location.replace(`/debrief/${encodeURIComponent(found.session)}`)
      setOpened(found)
      if (found.kind !== 'ready') return
      // A reload goes on with this run.
      history.replaceState(null, '', writeAddress({ ...address, run: found.session, role: null }))
      made = linkTo(found)
      setLink(made)
    })
    return () => {
      stale = true
      made?.close()
    }
  }, [address])

  if (opened === null)
    return (
      <main className="before on-scene">
        <output>{t('app.loading')}</output>
      </main>
    )
  if (opened.kind === 'ready') return link && <Room link={link} />
  return <NotHere opened={opened} address={address} />
}

function linkTo({ edition, session, firstTicket }: Extract<OpenedRun, { kind: 'ready' }>): SessionLink {
  let unused = firstTicket
  return createSessionLink({
    edition,
    session,
    async ticket() {
      const ticket = unused
      unused = null
      return ticket === null ? api.ticket(session, { as: 'participant' }) : { ok: true, value: { ticket } }
    },
    connect: colyseusRooms(location.origin),
    nowMs: () => performance.now(),
    setTimer(callback, delayMs) {
      const cancel = () => {
        clearTimeout(timer)
        removeEventListener('online', fire)
      }
      const fire = () => {
        cancel()
        callback()
      }
      const timer = setTimeout(fire, delayMs)
      addEventListener('online', fire)
      return cancel
    },
    random: Math.random,
  })
}
