import { Icon } from '#client/ui/icon.tsx'
import type { Offers } from './offers.ts'
import type { Act } from './use-live-act.ts'
import type { useLeading } from './use-leading.ts'
import './corner.css'

interface HaltNoteProps {
  who: ReturnType<typeof useLeading>
  me: string
  offers: Offers
  act: Act
}

/** Everybody pauses: by whom, and for who may the way on. */
export function HaltNote({ who: { l, live, nameOf }, me, offers, act }: HaltNoteProps) {
  const by = live.haltedBy
  if (by === null) return null
  return (
    <div className="halt-note">
      <Icon name="pause" />
      <p>
        <strong>{by === me ? l('halt.you') : l('halt.title', { name: nameOf(by) })}</strong>
        <span>{by === me ? l('halt.textYou') : l('halt.text', { name: nameOf(by) })}</span>
      </p>
      {offers.may('pause-all', 'other') && (
        <button
          type="button"
          className="button button--primary"
          onClick={() => void act({ act: 'pause-all', on: false })}
        >
          <Icon name="play" />
          {l('halt.goOn')}
        </button>
      )}
    </div>
  )
}
