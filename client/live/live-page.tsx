import { useEffect, useState } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { createApi } from '#client/net/api.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { linkTo } from '#client/session/link-to.ts'
import { useTogether } from '#client/together/use-together.ts'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { openLive } from './open-live.ts'
import type { OpenedLive } from './open-live.ts'
import { LiveRoom } from './live-room.tsx'
import './live.css'

const api = createApi()
const session = decodeURIComponent(location.pathname.split('/')[2] ?? '')

/** `/live/<session>`: the running session for those who watch or lead. */
export function LivePage() {
  const { t, w } = useTogether()
  const [opened, setOpened] = useState<Exclude<OpenedLive, { kind: 'over' }> | null>(null)
  const [link, setLink] = useState<SessionLink | null>(null)

  useEffect(() => {
    document.title = `${w('live.title')} · Sightline`
  }, [w])

  useEffect(() => {
    let stale = false
    let made: SessionLink | null = null
    void openLive(api, session).then((found) => {
      if (stale) return
      if (found.kind === 'over') return location.replace(`/debrief/${encodeURIComponent(session)}`)
      setOpened(found)
      if (found.kind !== 'ready') return
      const { edition, as, ticket } = found
      made = linkTo({
        edition,
        session,
        firstTicket: ticket.ticket,
        ticket: () => api.ticket(session, { as }),
        // Somebody gave this person a role: the training page is where it is played.
        comeBack: () =>
          location.replace(
            `/train/${encodeURIComponent(edition.id)}?${new URLSearchParams({ mode: ticket.mode, run: session })}`,
          ),
      })
      setLink(made)
    })
    return () => {
      stale = true
      made?.close()
    }
  }, [])

  if (opened?.kind === 'refused')
    return (
      <PageFrame title={t('train.gone')}>
        <div className="refused">
          <h1>{t('train.gone')}</h1>
          <p>{describeProblem(t, opened.problem)}</p>
          <p>
            <a className="button button--primary" href="/">
              {t('join.toLobby')}
            </a>
          </p>
        </div>
      </PageFrame>
    )
  if (link) return <LiveRoom link={link} />
  return (
    <main className="room on-scene">
      <output className="live__state">{t('app.loading')}</output>
    </main>
  )
}
