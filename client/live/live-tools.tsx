import { Suspense, lazy, useState } from 'react'
import type { ReactNode } from 'react'
import type { SessionLink } from '#client/net/session-link.ts'
import { settings, changeSettings } from '#client/settings/settings.ts'
import { useTogether } from '#client/together/use-together.ts'
import { Icon } from '#client/ui/icon.tsx'
import type { IconName } from '#client/ui/icon.tsx'
import { useReadable } from '#client/ui/use-readable.ts'

const SettingsDialog = lazy(async () => ({
  default: (await import('#client/ui/settings-dialog.tsx')).SettingsDialog,
}))

interface LiveToolsProps {
  link: SessionLink
  shown: boolean
  onShow: () => void
  unlockSound: () => void
}

export function LiveTools({ link, shown, onShow, unlockSound }: LiveToolsProps) {
  const { t, w } = useTogether()
  const [setting, setSetting] = useState(false)
  const [heard, setHeard] = useState(false)
  const { people, spectators } = useReadable(link.members)
  const { muted } = useReadable(settings)
  const count = Object.keys(people).length + spectators
  const silent = muted || !heard
  return (
    <div className="tools" role="toolbar" aria-label={w('live.title')}>
      <Tool icon="people" label={t('train.people', { count })} expanded={shown} onPress={onShow}>
        <span className="tool__count">{count}</span>
      </Tool>
      <Tool
        icon={silent ? 'silent' : 'sound'}
        label={t('settings.sound')}
        pressed={!silent}
        onPress={() => {
          // Only in a click may a browser begin to sound.
          unlockSound()
          setHeard(true)
          changeSettings({ muted: !silent })
        }}
      />
      <Tool icon="settings" label={t('app.settings')} onPress={() => setSetting(true)} />
      <a className="tool" href="/" aria-label={w('live.leave')} title={w('live.leave')}>
        <Icon name="leave" />
      </a>
      <Suspense>{setting && <SettingsDialog onClose={() => setSetting(false)} />}</Suspense>
    </div>
  )
}

interface ToolProps {
  icon: IconName
  label: string
  expanded?: boolean
  pressed?: boolean
  onPress: () => void
  children?: ReactNode
}

function Tool({ icon, label, expanded, pressed, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      {...(expanded !== undefined && { 'aria-expanded': expanded })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      onClick={onPress}
    >
      <Icon name={icon} />
      {children}
    </button>
  )
}
