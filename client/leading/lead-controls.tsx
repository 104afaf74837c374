import { useState } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import type { LeadingScene } from './leading-scene.ts'
import { LeadingIcon } from './leading-icon.tsx'
import { leadControls } from './list-controls.ts'
import type { LeadControl } from './list-controls.ts'
import type { Offers } from './offers.ts'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './lead-controls.css'

interface LeadControlsProps {
  who: ReturnType<typeof useLeading>
  me: string
  offers: Offers
  act: Act
  scene: LeadingScene | null
}

/** What leading consists of; only what this person may do now. */
export function LeadControls({ who, me, offers, act, scene }: LeadControlsProps) {
  const { l, live } = who
  const [missed, setMissed] = useState(false)
  function press(control: LeadControl) {
    setMissed(false)
    if (control.act) return void act(control.act)
    if (control.id === 'summon' && scene) void act({ act: 'summon', ...scene.here() })
    if ((control.id === 'ping' || control.id === 'look') && scene)
      setMissed(!scene.mark(control.id === 'ping' ? 'ping' : 'look-here'))
  }
  return (
    <>
      <div className="lead-controls">
        {leadControls(live, me, offers, scene !== null).map((control) => (
          <button
            key={control.id}
            type="button"
            className="lead-control"
            data-strong={control.strong}
            {...(control.pressed !== undefined && { 'aria-pressed': control.pressed })}
            onClick={() => press(control)}
          >
            {control.icon === 'pause' || control.icon === 'play' || control.icon === 'eye' ? (
              <Icon name={control.icon} />
            ) : (
              <LeadingIcon name={control.icon} />
            )}
            {l(control.label)}
          </button>
        ))}
      </div>
      {missed && <p role="alert">{l('lead.nothingThere')}</p>}
    </>
  )
}
