import { useState } from 'react'
import type { LeadingText } from '#client/i18n/leading.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import type { EyesPort } from './eyes-port.ts'
import { LeadingIcon } from './leading-icon.tsx'
import type { LeadingIconName } from './leading-icon.tsx'

const step = 0.5
const ways = [
  ['left', 'drift.left', -step, 0],
  ['up', 'drift.ahead', 0, step],
  ['down', 'drift.behind', 0, -step],
  ['right', 'drift.right', step, 0],
] as const satisfies [LeadingIconName, string, number, number][]

/** A little aside from where the other stands, and back. */
export function DriftPad({ l, eyes }: { l: LeadingText; eyes: EyesPort }) {
  const drifted = useReadable(eyes.drifted)
  const [at, setAt] = useState({ x: 0, y: 0 })
  const from = drifted ? at : { x: 0, y: 0 }
  function go(dx: number, dy: number) {
    const x = Math.max(-1, Math.min(1, from.x + dx))
    const y = Math.max(-1, Math.min(1, from.y + dy))
    setAt({ x, y })
    eyes.drift(x, y)
  }
  return (
    <fieldset className="drift">
      <legend className="visually-hidden">{l('drift.hint')}</legend>
      <span className="label" aria-hidden="true" title={l('drift.hint')}>
        {l('drift.title')}
      </span>
      {ways.map(([icon, name, dx, dy]) => (
        <button
          key={icon}
          type="button"
          className="tool"
          aria-label={l(name)}
          title={l(name)}
          onClick={() => go(dx, dy)}
        >
          <LeadingIcon name={icon} />
        </button>
      ))}
      {drifted && (
        <button type="button" className="button" onClick={() => eyes.snapBack()}>
          {l('drift.back')}
        </button>
      )}
    </fieldset>
  )
}
