import { Suspense, lazy, useState } from 'react'
import type { ReactNode } from 'react'
import type { RosterPerson } from '#shared/protocol/members.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import type { IconName } from '#client/ui/icon.tsx'
import { useModerate } from './use-moderate.ts'
import { useTogether } from './use-together.ts'

const AskTwice = lazy(async () => ({ default: (await import('#client/ui/ask-twice.tsx')).AskTwice }))
const RoleDialog = lazy(async () => ({ default: (await import('./role-dialog.tsx')).RoleDialog }))

export interface ModeratingAct {
  icon: IconName
  label: string
  onPress: () => void
}

/** What who moderates can do about one person: give a role, mute, remove; with the dialogs that ask for it. */
export function useModeratedPerson(
  link: SessionLink,
  who: RosterPerson,
  name: string,
): { acts: readonly ModeratingAct[]; refused: string; dialogs: ReactNode } {
  const { w } = useTogether()
  const { moderate, refused } = useModerate(link)
  const [opened, setOpened] = useState<'role' | 'remove' | null>(null)
  const close = () => setOpened(null)
  const { person, kind, muted } = who
  const isSpectator = kind === 'spectator'
  const acts: (ModeratingAct | false)[] = [
    {
      icon: 'badge',
      label: w(isSpectator ? 'roster.promote' : 'roster.assign', { name }),
      onPress: () => setOpened('role'),
    },
    !isSpectator && {
      icon: muted ? 'muted' : 'voice',
      label: w(muted ? 'roster.unmute' : 'roster.mute', { name }),
      onPress: () => void moderate({ act: 'mute', person, on: !muted }),
    },
    { icon: 'remove', label: w('roster.remove', { name }), onPress: () => setOpened('remove') },
  ]
  return {
    acts: acts.filter((act) => act !== false),
    refused,
    dialogs: (
      <Suspense>
        {opened === 'remove' && (
          <AskTwice
            title={w('remove.title', { name })}
            text={w('remove.text')}
            keep={w('remove.keep')}
            go={w('remove.do')}
            onClose={close}
            onGo={() => {
              close()
              void moderate({ act: 'remove', person })
            }}
          />
        )}
        {opened === 'role' && (
          <RoleDialog
            link={link}
            who={who}
            onClose={close}
            onChoose={async (act) => {
              if (await moderate(act)) close()
            }}
          />
        )}
      </Suspense>
    ),
  }
}
