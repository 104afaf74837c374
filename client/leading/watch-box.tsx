import { useCallback, useState } from 'react'
import { Icon } from '#client/ui/icon.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { DriftPad } from './drift-pad.tsx'
import type { EyesPort } from './eyes-port.ts'
import { LeadingIcon } from './leading-icon.tsx'
import { RewindBar } from './rewind-bar.tsx'
import type { useLeading } from './use-leading.ts'
import './watch.css'

const aside = new Set(['eyes', 'beside', 'window'])

/** While one watches somebody: whom, the window's frame, the last half minute, and the way back to one's own eyes. */
export function WatchBox({ who, eyes }: { who: ReturnType<typeof useLeading>; eyes: EyesPort }) {
  const { l, nameOf } = who
  const [large, setLarge] = useState(false)
  const way = useReadable(eyes.way)
  const of = useReadable(eyes.of)
  const frame = useCallback((element: HTMLElement | null) => eyes.showIn(element), [eyes])
  if (way === 'free' || of === null) return null
  const framed = way === 'window' || way === 'rewind'
  const name = nameOf(of)
  return (
    <section className="watch" data-large={large && framed} aria-label={l('way.window.title', { name })}>
      <header className="watch__head">
        <h2 className="label">{l('way.window.title', { name })}</h2>
        {framed && (
          <button
            type="button"
            className="tool"
            aria-label={l(large ? 'way.smaller' : 'way.larger')}
            title={l(large ? 'way.smaller' : 'way.larger')}
            onClick={() => setLarge(!large)}
          >
            <LeadingIcon name={large ? 'smaller' : 'larger'} />
          </button>
        )}
        <button
          type="button"
          className="tool"
          aria-label={l('way.close')}
          title={l('way.close')}
          onClick={() => eyes.choose('free')}
        >
          <Icon name="close" />
        </button>
      </header>
      {framed && <div className="watch__frame" ref={frame} />}
      <RewindBar l={l} rewind={eyes.rewind} />
      {aside.has(way) && <DriftPad l={l} eyes={eyes} />}
    </section>
  )
}
