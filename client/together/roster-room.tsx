import { Suspense, lazy, useState } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import { Switch } from '#client/ui/switch.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { useModerate } from './use-moderate.ts'
import { useTogether } from './use-together.ts'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

/** Who may come in, and the start. */
export function RosterRoom({ link }: { link: SessionLink }) {
  const { w } = useTogether()
  const { locked } = useReadable(link.members)
  const phase = useReadable(link.view)?.phase
  const { moderate, refused } = useModerate(link)
  const [sharing, setSharing] = useState(false)
  return (
    <>
      <div className="roster__room">
        <Switch label={w('roster.lock')} on={locked} onChange={(on) => void moderate({ act: 'lock', on })} />
        <button type="button" className="button" onClick={() => setSharing(true)}>
          <Icon name="share" />
          {w('share.open')}
        </button>
        {phase === 'waiting' && (
          <button
            type="button"
            className="button button--primary"
            onClick={() => void moderate({ act: 'begin' })}
          >
            <Icon name="play" />
            {w('live.begin')}
          </button>
        )}
      </div>
      {refused !== '' && (
        <p className="notice notice--bad" role="alert">
          {refused}
        </p>
      )}
      <Suspense>
        {sharing && <ShareDialog session={link.session} onClose={() => setSharing(false)} />}
      </Suspense>
    </>
  )
}
