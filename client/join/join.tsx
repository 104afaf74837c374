import { Suspense, lazy, useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { createApi } from '#client/net/api.ts'
import type { Invitation } from '#client/net/api.ts'
import type { ApiResult, Problem } from '#client/problem.ts'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { useText } from '#client/ui/text.tsx'
import { secretFrom } from './secret-from.ts'
import './join.css'

const InvitationCard = lazy(async () => ({ default: (await import('./invitation-card.tsx')).InvitationCard }))
const api = createApi()
type Progress =
  | { state: 'asking' }
  | { state: 'working' }
  | { state: 'refused'; problem: Problem }
  | { state: 'invited'; invitation: Invitation }
  | { state: 'done' }

const progressAfter = (result: ApiResult<unknown>): Progress =>
  result.ok ? { state: 'done' } : { state: 'refused', problem: result.problem }

export function Join() {
  const { t } = useText()
  const [secret] = useState(() => secretFrom(location))
  const [code, setCode] = useState(secret.kind === 'code' ? secret.code : '')
  const [progress, setProgress] = useState<Progress>({
    state: secret.kind === 'none' ? 'asking' : 'working',
  })

  useEffect(() => {
    if (secret.kind === 'code')
      // A run's code may be looked up at once. A pairing code makes this device another person: only by a click.
      void api.join(secret.code).then((found) => {
        if (found.ok) return setProgress({ state: 'invited', invitation: found.value })
        const { problem } = found
        setProgress(problem.code === 'unknown' ? { state: 'asking' } : { state: 'refused', problem })
      })
    if (secret.kind !== 'invite') return
    history.replaceState(null, '', '/join') // the token is not left lying in the address bar
    void api.redeemInvite(secret.token).then((result) => setProgress(progressAfter(result)))
  }, [secret])

  async function submit(event: FormEvent) {
    event.preventDefault()
    setProgress({ state: 'working' })
    const found = await api.join(code)
    if (found.ok) return setProgress({ state: 'invited', invitation: found.value })
    setProgress(
      found.problem.code === 'unknown'
        ? progressAfter(await api.redeemPairing(code))
        : { state: 'refused', problem: found.problem },
    )
  }

  if (progress.state === 'invited')
    return (
      <Suspense>
        <InvitationCard first={progress.invitation} code={code} api={api} />
      </Suspense>
    )
  const wrong = secret.kind === 'invite' ? t('join.wrongInvite') : t('join.wrong')
  return (
    <PageFrame title={t('join.title')}>
      <div className="join">
        <h1>{t('join.title')}</h1>
        {progress.state === 'done' && (
          <output className="notice notice--good">
            {secret.kind === 'invite' ? t('join.invited') : t('join.done')}
          </output>
        )}
        {progress.state === 'working' && <output>{t('join.working')}</output>}
        {progress.state === 'refused' && (
          <div className="notice notice--bad" role="alert">
            <p>{progress.problem.code === 'unknown' ? wrong : describeProblem(t, progress.problem)}</p>
          </div>
        )}
        {progress.state === 'done' || secret.kind === 'invite' ? (
          <p>
            <a className="button button--primary button--large" href="/">
              {t('join.toLobby')}
            </a>
          </p>
        ) : (
          <form onSubmit={(event) => void submit(event)}>
            <p>{t('join.text')}</p>
            <label className="field">
              <span className="label">{t('join.code')}</span>
              <input
                className="join__code"
                value={code}
                maxLength={20}
                required
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
                onChange={(event) => setCode(event.target.value)}
              />
            </label>
            <button
              type="submit"
              className="button button--primary button--large"
              disabled={progress.state === 'working'}
            >
              {t('join.submit')}
            </button>
          </form>
        )}
      </div>
    </PageFrame>
  )
}
