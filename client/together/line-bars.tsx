import type { RosterPerson } from '#shared/protocol/members.ts'
import { lineQuality } from './line-quality.ts'
import type { LineQuality } from './line-quality.ts'
import { useTogether } from './use-together.ts'
import './roster.css'

const words = {
  good: 'roster.good',
  slow: 'roster.slow',
  lossy: 'roster.lossy',
  lost: 'who.lost',
  unknown: 'roster.unknown',
} as const
const bars: Record<LineQuality, number> = { good: 3, slow: 2, lossy: 1, lost: 0, unknown: 0 }

/** How somebody's connection is: three bars, and the same in words. */
export function LineBars({ who }: { who: RosterPerson }) {
  const { w } = useTogether()
  const quality = lineQuality(who)
  return (
    <p className="roster__line" data-quality={quality}>
      <svg viewBox="0 0 16 12" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 6}
            y={8 - bar * 4}
            width="4"
            height={4 + bar * 4}
            data-on={bar < bars[quality]}
          />
        ))}
      </svg>
      <span className="visually-hidden">{w('roster.line')}: </span>
      {w(words[quality])}
      {who.connected && who.rttMs !== null && (
        <span className="soft">{w('roster.ms', { ms: Math.round(who.rttMs) })}</span>
      )}
    </p>
  )
}
