import { useCallback, useState } from 'react'
import { createApi } from '#client/net/api.ts'
import { CodeCard } from '#client/ui/code-card.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { ProblemNotice } from '#client/ui/problem-notice.tsx'
import { useLoaded } from '#client/ui/use-loaded.ts'
import { copyText } from './copy-text.ts'
import { useTogether } from './use-together.ts'
import './share-dialog.css'

const api = createApi()

/** A code, a link and a QR code by which others find into this run. */
export function ShareDialog({ session, onClose }: { session: string; onClose: () => void }) {
  const { t, w } = useTogether()
  const [shared, retry] = useLoaded(useCallback(() => api.shareCode(session), [session]))
  return (
    <Dialog title={w('share.title')} onClose={onClose}>
      <p>{w('share.text')}</p>
      {shared.state === 'loading' && <output>{t('app.loading')}</output>}
      {shared.state === 'failed' && <ProblemNotice problem={shared.problem} onRetry={retry} />}
      {shared.state === 'ready' && (
        <>
          <CodeCard {...shared.value} />
          <Copying {...shared.value} />
          <p className="soft">{w('share.valid')}</p>
        </>
      )}
    </Dialog>
  )
}

function Copying({ code, url }: { code: string; url: string }) {
  const { w } = useTogether()
  const [copied, setCopied] = useState(0)
  const copy = (text: string) => () =>
    void copyText(text).then((done) => setCopied((count) => (done ? count + 1 : 0)))
  return (
    <div className="share">
      <label className="field">
        <span className="label">{w('share.link')}</span>
        <input readOnly value={url} onFocus={({ target }) => target.select()} />
      </label>
      <div className="share__copy">
        <button type="button" className="button button--primary" onClick={copy(url)}>
          <Icon name="copy" />
          {w('share.copyLink')}
        </button>
        <button type="button" className="button" onClick={copy(code)}>
          <Icon name="copy" />
          {w('share.copyCode')}
        </button>
        <output key={copied}>{copied > 0 && w('share.copied')}</output>
      </div>
    </div>
  )
}
