import { Icon } from '#client/ui/icon.tsx'
import { useTogether } from './use-together.ts'
import './people-panel.css'

/** How many only watch, and how one of them can be let in. */
export function SpectatorsNote({ count }: { count: number }) {
  const { w } = useTogether()
  if (count === 0) return null
  return (
    <p className="people__note">
      <Icon name="eye" />
      <span>
        {w('who.spectators', { count })}. {w('roster.spectators')}
      </span>
    </p>
  )
}
