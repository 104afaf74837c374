import { useCallback } from 'react'
import type { ReactNode } from 'react'
import { describeProblem } from '#client/i18n/describe-problem.ts'
import { createApi } from '#client/net/api.ts'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { useText } from '#client/ui/text.tsx'
import { useLoaded } from '#client/ui/use-loaded.ts'
import { DebriefSheet } from './debrief-sheet.tsx'
import './debrief.css'

const api = createApi()
const session = decodeURIComponent(location.pathname.split('/')[2] ?? '')

/** `/debrief/<session>`: what happened, against what was expected. */
export function DebriefPage() {
  const { t } = useText()
  const [loaded, reload] = useLoaded(useCallback(() => api.debrief(session), []))
  if (loaded.state === 'ready')
    return (
      <PageFrame title={t('debrief.title')}>
        <DebriefSheet debrief={loaded.value} />
      </PageFrame>
    )
  if (loaded.state === 'loading')
    return (
      <Message title={t('debrief.title')}>
        <output>{t('app.loading')}</output>
      </Message>
    )
  const running = loaded.problem.code === 'running'
  return (
    <Message title={running ? t('debrief.running') : t('debrief.notFound')}>
      <p>{running ? t('debrief.runningText') : describeProblem(t, loaded.problem)}</p>
      <p className="debrief-actions">
        {(running || loaded.problem.transient) && (
          <button type="button" className="button button--primary" onClick={reload}>
            {t('app.retry')}
          </button>
        )}
        <a className="button" href="/">
          {t('join.toLobby')}
        </a>
      </p>
    </Message>
  )
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageFrame title={title}>
      <div className="debrief-message">
        <h1>{title}</h1>
        {children}
      </div>
    </PageFrame>
  )
}
