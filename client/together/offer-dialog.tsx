import { useState } from 'react'
import type { FormEvent } from 'react'
import { describeRefusal } from '#client/i18n/describe-problem.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { ChoiceGroup } from '#client/ui/choice-group.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { usePeople } from './use-people.ts'

/** Offers the own role to somebody who is here. */
export function OfferDialog({ link, onClose }: { link: SessionLink; onClose: () => void }) {
  const { t, w, people, names } = usePeople(link)
  const others = people.filter(
    ({ isMe, kind, state }) => !isMe && kind === 'participant' && state !== 'bot' && state !== 'lost',
  )
  const [to, setTo] = useState(others[0]?.person ?? '')
  const [refused, setRefused] = useState('')
  async function offer(event: FormEvent) {
    event.preventDefault()
    const answer = await link.act('offer-role', undefined, { to })
    if (answer.ok) onClose()
    else setRefused(t('train.refused', { reason: describeRefusal(t, answer.reason) }))
  }
  return (
    <Dialog title={w('offer.title')} onClose={onClose}>
      {others.length === 0 ? (
        <p>{w('offer.nobody')}</p>
      ) : (
        <form className="dialog__form" onSubmit={(event) => void offer(event)}>
          <p>{w('offer.text')}</p>
          <ChoiceGroup
            legend={w('offer.to')}
            value={to}
            onChange={setTo}
            choices={others.map(({ person, role }) => ({
              value: person,
              name: names.person(person),
              note: names.role(role),
            }))}
          />
          {refused !== '' && <p role="alert">{refused}</p>}
          <button type="submit" className="button button--primary">
            {w('offer.send')}
          </button>
        </form>
      )}
    </Dialog>
  )
}
