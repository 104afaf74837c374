import encodeQr from 'qr'
import { createApi } from '#client/net/api.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { ProblemNotice } from '#client/ui/problem-notice.tsx'
import { useText } from '#client/ui/text.tsx'
import { useLoaded } from '#client/ui/use-loaded.ts'

const api = createApi()

/** Shows a code that makes a second device the same person. */
export function PairDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const [pairing, retry] = useLoaded(api.pair)
  return (
    <Dialog title={t('pair.title')} onClose={onClose}>
      <p>{t('pair.text')}</p>
      {pairing.state === 'loading' && <output>{t('app.loading')}</output>}
      {pairing.state === 'failed' && <ProblemNotice problem={pairing.problem} onRetry={retry} />}
      {pairing.state === 'ready' && (
        <Code
          code={pairing.value.code}
          url={pairing.value.url ?? `${location.origin}/join/${pairing.value.code}`}
        />
      )}
    </Dialog>
  )
}

function Code({ code, url }: { code: string; url: string }) {
  const { t } = useText()
  return (
    <div className="pair">
      <QrCode text={url} label={t('pair.qrAlt', { url })} />
      <dl>
        <dt className="label">{t('pair.code')}</dt>
        <dd className="pair__code display">{code}</dd>
        <dt className="label">{t('pair.address')}</dt>
        <dd className="pair__address">{new URL('/join', url).href}</dd>
      </dl>
    </div>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 3 })
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="pair__qr"
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${rows.length}v${rows.length}H0z`} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
