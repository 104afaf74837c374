import { Suspense, lazy, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { formatClock } from '#client/i18n/format.ts'
import type { SessionLink } from '#client/net/session-link.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { IconName } from '#client/ui/icon.tsx'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import { elapsedSeconds } from './elapsed-seconds.ts'
import type { TraineePort } from './trainee-port.ts'

const SettingsDialog = lazy(async () => ({
  default: (await import('#client/ui/settings-dialog.tsx')).SettingsDialog,
}))
const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }))

interface ToolBarProps {
  link: SessionLink
  trainee: TraineePort
  vrOffered: boolean
  listed: boolean
  onList: () => void
  peopled: boolean
  onPeople: () => void
  backToScene: () => void
}

export function ToolBar(props: ToolBarProps) {
  const { link, trainee, vrOffered, listed, onList, peopled, onPeople, backToScene } = props
  const { t } = useText()
  const { people, spectators } = useReadable(link.members)
  const count = Object.keys(people).length + spectators
  const [dialog, setDialog] = useState<'settings' | 'leave' | null>(null)
  const close = () => {
    setDialog(null)
    backToScene()
  }
  return (
    <div className="tools" role="toolbar" aria-label={t('train.title')}>
      <Timer link={link} />
      {vrOffered && <Tool icon="headset" label={t('train.enterVr')} onPress={() => void trainee.enterVr()} />}
      <Tool icon="list" label={t('train.mirror')} pressed={listed} onPress={onList} />
      <Tool icon="people" label={t('train.people', { count })} pressed={peopled} onPress={onPeople}>
        {count > 1 && <span className="tool__count">{count}</span>}
      </Tool>
      <Tool icon="pause" label={t('train.pause')} onPress={() => void trainee.ask('pause')} />
      <Tool icon="shield" label={t('train.safePlace')} onPress={() => trainee.goToSafePlace()} />
      <Tool icon="settings" label={t('app.settings')} onPress={() => setDialog('settings')} />
      <Tool icon="leave" label={t('train.leave')} onPress={() => setDialog('leave')} />
      <Suspense>
        {dialog === 'settings' && <SettingsDialog onClose={close} />}
        {dialog === 'leave' && <LeaveDialog link={link} trainee={trainee} onClose={close} />}
      </Suspense>
    </div>
  )
}

function Tool({
  icon,
  label,
  pressed,
  onPress,
  children,
}: {
  icon: IconName
  label: string
  pressed?: boolean
  onPress: () => void
  children?: ReactNode
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      {...(pressed !== undefined && { 'aria-expanded': pressed })}
      onClick={onPress}
    >
      <Icon name={icon} />
      {children}
    </button>
  )
}

function Timer({ link }: { link: SessionLink }) {
  const { t } = useText()
  const seconds = useReadable(useMemo(() => elapsedSeconds(link), [link]))
  return (
    <p className="timer" role="timer" aria-label={t('train.time')}>
      {formatClock(seconds * 1000)}
    </p>
  )
}
