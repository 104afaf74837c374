import type { LeadingText } from '#client/i18n/leading.ts'
import { useReadable } from '#client/ui/use-readable.ts'
import type { RewindPort } from './eyes-port.ts'
import { LeadingIcon } from './leading-icon.tsx'

const jumpMs = 10_000
const speeds = [
  [1, 'rewind.normal'],
  [0.5, 'rewind.half'],
  [0.25, 'rewind.quarter'],
  [0, 'rewind.still'],
] as const

/** From half a minute ago to now, while the session goes on. */
export function RewindBar({ l, rewind }: { l: LeadingText; rewind: RewindPort }) {
  const keptMs = useReadable(rewind.keptMs)
  const behindMs = useReadable(rewind.behindMs)
  const speed = useReadable(rewind.speed)
  const seconds = Math.round(behindMs / 1000)
  const isLive = behindMs === 0
  return (
    <fieldset className="rewind">
      <legend className="visually-hidden">{l('rewind.title')}</legend>
      <button
        type="button"
        className="tool"
        aria-label={l('rewind.back')}
        title={l('rewind.back')}
        disabled={keptMs === 0}
        onClick={() => rewind.to(Math.min(keptMs, behindMs + jumpMs))}
      >
        <LeadingIcon name="rewind" />
      </button>
      <input
        type="range"
        aria-label={l('rewind.position')}
        aria-valuetext={isLive ? l('rewind.isLive') : l('rewind.behindWords', { seconds })}
        min={-30}
        max={0}
        step={1}
        value={-seconds}
        onChange={({ target }) => {
          const behind = Math.min(keptMs, -Number(target.value) * 1000)
          if (behind === 0) rewind.live()
          else rewind.to(behind)
        }}
      />
      <output className="rewind__behind" data-live={isLive}>
        {isLive ? l('rewind.isLive') : l('rewind.behind', { seconds })}
      </output>
      {!isLive && (
        <div className="rewind__row">
          <select
            aria-label={l('rewind.speed')}
            value={speed}
            onChange={({ target }) => rewind.play(Number(target.value))}
          >
            {speeds.map(([value, name]) => (
              <option key={value} value={value}>
                {l(name)}
              </option>
            ))}
          </select>
          <button type="button" className="button button--primary" onClick={() => rewind.live()}>
            {l('rewind.live')}
          </button>
        </div>
      )}
    </fieldset>
  )
}
