import type { RosterPerson } from '#shared/protocol/members.ts'
import { markOf } from '#client/runtime/avatars/mark-of.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { IconName } from '#client/ui/icon.tsx'
import { PersonMark } from '#client/ui/person-mark.tsx'
import { lineQuality } from './line-quality.ts'
import type { LineQuality } from './line-quality.ts'
import type { Names } from './names.ts'
import { useTogether } from './use-together.ts'

interface RosterRowProps {
  who: RosterPerson
  isMe: boolean
  slot: number
  asking: boolean
  names: Names
  onMute: () => void
  onRemove: () => void
  onRole: () => void
  /** Where one can: goes to this person in the scene. */
  onGoTo?: () => void
}

export function RosterRow({
  who,
  isMe,
  slot,
  asking,
  names,
  onMute,
  onRemove,
  onRole,
  onGoTo,
}: RosterRowProps) {
  const { w, say } = useTogether()
  const { kind, role, step, away, connected, muted } = who
  const name = who.name || names.person(who.person)
  const about = [
    kindOrRole(),
    connected && away && w('who.away'),
    muted && w('who.muted'),
    asking && w('who.asks'),
  ].filter((each) => each !== false)
  function kindOrRole() {
    if (role !== '') return names.role(role)
    if (kind === 'spectator') return w('who.watching')
    return kind === 'instructor' ? w('who.instructor') : w('who.noRole')
  }
  return (
    <li className="roster__row">
      <PersonMark mark={markOf(slot)} />
      <div className="roster__who">
        <strong>{isMe ? w('who.you', { name }) : name}</strong>
        <span className="soft">{about.join(' · ')}</span>
        {kind === 'participant' && (
          <span>
            <span className="visually-hidden">{w('roster.step')}: </span>
            {step ? say(step) : w('roster.noStep')}
          </span>
        )}
      </div>
      <Line who={who} />
      <div className="roster__acts">
        {onGoTo && slot > 0 && !isMe && <Act icon="aim" label={w('live.goTo', { name })} onPress={onGoTo} />}
        {!isMe && (
          <>
            <Act
              icon="badge"
              label={w(kind === 'spectator' ? 'roster.promote' : 'roster.assign', { name })}
              onPress={onRole}
            />
            {kind !== 'spectator' && (
              <Act
                icon={muted ? 'muted' : 'voice'}
                label={w(muted ? 'roster.unmute' : 'roster.mute', { name })}
                onPress={onMute}
              />
            )}
            <Act icon="remove" label={w('roster.remove', { name })} onPress={onRemove} />
          </>
        )}
      </div>
    </li>
  )
}

const words = {
  good: 'roster.good',
  slow: 'roster.slow',
  lossy: 'roster.lossy',
  lost: 'who.lost',
  unknown: 'roster.unknown',
} as const
const bars: Record<LineQuality, number> = { good: 3, slow: 2, lossy: 1, lost: 0, unknown: 0 }

/** Three bars, and the same in words. */
function Line({ who }: { who: RosterPerson }) {
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

function Act({ icon, label, onPress }: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <button type="button" className="tool" aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
