import { useRef } from 'react'
import { useTogether } from '#client/together/use-together.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Stick } from '#client/ui/stick.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import type { WatchPort } from './watch-port.ts'

/** How the eye is moved: keys in words; for fingers a stick, and two buttons for up and down. */
export function CameraControls({ watcher }: { watcher: WatchPort }) {
  const { w } = useTogether()
  const touched = useReadable(watcher.byTouch)
  const coarse = matchMedia('(pointer: coarse)').matches
  const asked = useRef({ x: 0, y: 0, up: 0 })
  const move = (change: Partial<typeof asked.current>) => {
    const { x, y, up } = Object.assign(asked.current, change)
    watcher.move(x, y, up)
  }
  if (!touched && !coarse) return <p className="live__keys">{w('live.keys')}</p>
  const lift = (label: string, up: number, turned: string) => (
    <button
      type="button"
      className="tool"
      aria-label={label}
      onPointerDown={() => move({ up })}
      onPointerUp={() => move({ up: 0 })}
      onPointerCancel={() => move({ up: 0 })}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span style={{ rotate: turned }}>
        <Icon name="arrow" />
      </span>
    </button>
  )
  return (
    <>
      <Stick onMove={(x, y) => move({ x, y })} />
      <div className="live__lift">
        {lift(w('live.up'), 1, '-90deg')}
        {lift(w('live.down'), -1, '90deg')}
      </div>
    </>
  )
}
