import { useEffect, useRef } from 'react'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import type { TraineePort } from './trainee-port.ts'

/**
 * The sight, and what a click would do to what it is on; with a free mouse the words follow the cursor.
 * For eyes only: the list of things says the same in words.
 */
export function Crosshair({ trainee }: { trainee: TraineePort }) {
  const { t } = useText()
  const element = useRef<HTMLDivElement>(null)
  const pointing = useReadable(trainee.pointing)
  const device = useReadable(trainee.device)
  const locked = useReadable(trainee.pointerLocked)
  const free = device === 'mouse' && !locked
  useEffect(() => {
    if (!free) return
    const follow = ({ clientX, clientY, target }: PointerEvent) => {
      // Over a panel nothing of the scene is meant.
      element.current?.toggleAttribute('hidden', !(target instanceof HTMLCanvasElement))
      element.current?.style.setProperty('--x', `${clientX}px`)
      element.current?.style.setProperty('--y', `${clientY}px`)
    }
    addEventListener('pointermove', follow)
    return () => removeEventListener('pointermove', follow)
  }, [free])
  const { left, right } = useReadable(trainee.holding)
  // With a tool in hand a click squeezes it.
  const byClick = device === 'mouse' && left === undefined && right === undefined
  const keyFor = device === 'touch' ? t('keys.tap') : byClick ? t('keys.click') : 'E'
  const look = pointing === null ? 'idle' : pointing.enabled ? 'target' : 'blocked'
  return (
    <div className="crosshair" ref={element} data-look={look} data-free={free} aria-hidden="true">
      {!free && (
        <svg viewBox="0 0 48 48" fill="none" stroke="currentColor" strokeWidth="2.5">
          <path d="M10 18A16 16 0 0 1 38 18M10 30A16 16 0 0 0 38 30" />
          <path d="M2 24h10M36 24h10" />
          <circle cx="24" cy="24" r="2" fill="currentColor" stroke="none" />
        </svg>
      )}
      {pointing && (
        <p className="crosshair__label">
          <strong>{pointing.name}</strong>
          <span>
            {pointing.enabled ? pointing.label : (pointing.reason ?? pointing.label)}
            {pointing.enabled && <kbd>{keyFor}</kbd>}
          </span>
        </p>
      )}
    </div>
  )
}
