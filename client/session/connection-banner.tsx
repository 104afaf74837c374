import type { SessionLink } from '#client/net/session-link.ts'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'

/** Says that the connection is away, and that this costs nothing. */
export function ConnectionBanner({ link }: { link: SessionLink }) {
  const { t } = useText()
  const status = useReadable(link.status)
  const waiting = useReadable(link.waiting)
  if (status !== 'reconnecting') return null
  return (
    <div className="banner" role="alert">
      <span className="banner__pulse" aria-hidden="true" />
      {t('train.reconnecting')} {waiting > 0 && t('train.waiting', { count: waiting })}
    </div>
  )
}
