import encodeQr from 'qr'
import type { ReactNode } from 'react'
import { useText } from './text.tsx'
import './code-card.css'

/** A way in, to scan or to type. `children` come below. */
export function CodeCard({ code, url, children }: { code: string; url: string; children?: ReactNode }) {
  const { t } = useText()
  return (
    <div className="code-card">
      <QrCode text={url} label={t('pair.qrAlt', { url })} />
      <dl>
        <dt className="label">{t('pair.code')}</dt>
        <dd className="code-card__code display">{code}</dd>
        <dt className="label">{t('pair.address')}</dt>
        <dd className="code-card__address">{new URL('/join', url).href}</dd>
      </dl>
      {children}
    </div>
  )
}

function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: 3 })
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      className="code-card__qr"
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
