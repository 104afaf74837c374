import { useEffect, useState } from 'react'
import { createApi } from '#client/net/api.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { linkTo } from '#client/session/link-to.ts'
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
      made = linkTo({ ...found, ticket: () => api.ticket(found.session, { as: 'participant' }) })
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
