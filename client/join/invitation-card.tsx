import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { modeName } from '#client/i18n/mode-text.ts'
import type { Api, Invitation } from '#client/net/api.ts'
import { WATCH, addressOf } from '#client/together/coming.ts'
import { RoleChoice, isFull } from '#client/together/role-choice.tsx'
import { useTogether } from '#client/together/use-together.ts'
import { Icon } from '#client/ui/icon.tsx'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { InvitedPeople } from './invited-people.tsx'

interface InvitationCardProps {
  first: Invitation
  code: string
  api: Pick<Api, 'me' | 'rename' | 'join'>
}

/** What a run's code leads to: the scenario, who is in, and as what to come in. */
export function InvitationCard({ first, code, api }: InvitationCardProps) {
  const { t, w, say } = useTogether()
  const [invitation, setInvitation] = useState(first)
  const [chosen, setChosen] = useState(first.roles.find((role) => !isFull(role))?.id ?? WATCH)
  const [known, setKnown] = useState('')
  /** Null until they type: what the server knows may come later than that. */
  const [typed, setTyped] = useState<string | null>(null)
  const [refused, setRefused] = useState('')
  const [entering, setEntering] = useState(false)

  useEffect(() => {
    void api.me().then((me) => {
      if (me.ok) setKnown(me.value.name)
    })
  }, [api])

  async function enter(event: FormEvent) {
    event.preventDefault()
    setEntering(true)
    const wished = typed?.trim() ?? ''
    if (wished !== '' && wished !== known) await api.rename(wished)
    const now = await api.join(code)
    const why = now.ok ? refusalOf(now.value) : describeProblem(t, now.problem)
    if (now.ok) setInvitation(now.value)
    if (why === '') return location.assign(addressOf(invitation, chosen))
    setRefused(why)
    setEntering(false)
  }

  function refusalOf({ roles, locked }: Invitation): string {
    if (locked) return w('join.locked')
    const role = roles.find(({ id }) => id === chosen)
    return role && isFull(role) ? w('join.fullNow') : ''
  }

  return (
    <PageFrame title={w('join.session')}>
      <div className="invitation">
        <header>
          <p className="label">
            {w('join.session')} · {modeName(t, invitation.mode)}
          </p>
          <h1>{say(invitation.title)}</h1>
        </header>
        <InvitedPeople {...invitation} />
        <form onSubmit={(event) => void enter(event)}>
          <RoleChoice
            counted
            roles={invitation.roles}
            besides={[WATCH]}
            value={chosen}
            onChange={setChosen}
          />
          <label className="field">
            <span className="label">{t('lobby.name')}</span>
            <input
              value={typed ?? known}
              maxLength={60}
              autoComplete="name"
              aria-describedby="name-note"
              onChange={({ target }) => setTyped(target.value)}
            />
            <span className="field__note" id="name-note">
              {t('lobby.nameSeen')}
            </span>
          </label>
          {(refused !== '' || invitation.locked) && (
            <div className="notice notice--bad" role="alert">
              <p>{refused || w('join.locked')}</p>
            </div>
          )}
          <button type="submit" className="button button--primary button--large" disabled={entering}>
            {w('join.enter')}
            <Icon name="arrow" />
          </button>
        </form>
      </div>
    </PageFrame>
  )
}
