import type { SessionLink } from '#client/net/session-link.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { Roster } from './roster.tsx'
import { useTogether } from './use-together.ts'

/** The roster for a host who is in the scene. */
export function RosterDialog({ link, onClose }: { link: SessionLink; onClose: () => void }) {
  const { w } = useTogether()
  return (
    <Dialog title={w('roster.title')} onClose={onClose}>
      <Roster link={link} />
    </Dialog>
  )
}
