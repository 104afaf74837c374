import type { SessionLink } from '#client/net/session-link.ts'
import { useText } from '#client/ui/text.tsx'
import { usePeople } from './use-people.ts'

/** In place of the task while nothing is due for oneself: for whom one waits, and what they are at. */
export function WaitingCard({ link }: { link: SessionLink }) {
  const { t } = useText()
  const { w, say, team, names } = usePeople(link)
  const waiting = team?.waitingFor
  if (!waiting) return null
  const whom = waiting.people.length > 0 ? waiting.people.map(names.person) : waiting.roles.map(names.role)
  return (
    <section className="task task--waiting" aria-label={t('train.task')}>
      <h2>{w('wait.title', { names: whom.length > 0 ? names.list(whom) : w('wait.others') })}</h2>
      {waiting.title && <p className="task__instruction">{w('wait.at', { step: say(waiting.title) })}</p>}
    </section>
  )
}
