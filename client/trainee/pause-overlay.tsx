import type { PauseReason } from '#shared/procedure/input.ts'
import { describeRefusal } from '#client/i18n/describe-problem.ts'
import type { TextKey } from '#client/i18n/translate.ts'
import { Icon } from '#client/ui/icon.tsx'
import { useFocusFirst } from '#client/ui/use-focus-first.ts'
import { useText } from '#client/ui/text.tsx'
import { useState } from 'react'
import type { HudView } from './hud-view.ts'
import { Overlay } from '#client/ui/overlay.tsx'
import type { TraineePort } from './trainee-port.ts'

const reasons = {
  asked: 'train.pausedAsked',
  hidden: 'train.pausedHidden',
  'headset-off': 'train.pausedHeadset',
  disconnected: 'train.pausedDisconnected',
  'safe-place': 'train.pausedSafe',
  storage: 'train.pausedStorage',
} as const satisfies Record<PauseReason, TextKey>

export function PauseOverlay({ hud, trainee }: { hud: HudView; trainee: TraineePort }) {
  const { t } = useText()
  const first = useFocusFirst<HTMLButtonElement>()
  const [refused, setRefused] = useState('')
  const left = hud.pause?.pausesLeft ?? null
  async function resume() {
    void trainee.unlockSound()
    const answer = await trainee.ask('resume')
    setRefused(answer.ok ? '' : t('train.refused', { reason: describeRefusal(t, answer.reason) }))
  }
  return (
    <Overlay title={t('train.paused')} opaque={hud.sceneHidden}>
      <p>{t(reasons[hud.pause?.reason ?? 'asked'])}</p>
      {left !== null && <p className="soft">{t('train.pausesLeft', { count: left })}</p>}
      {refused !== '' && <p role="alert">{refused}</p>}
      <div className="overlay__buttons">
        <button
          type="button"
          className="button button--primary button--large"
          ref={first}
          onClick={() => void resume()}
        >
          <Icon name="play" />
          {t('train.resume')}
        </button>
        <a className="button button--large" href="/">
          {t('app.lobby')}
        </a>
      </div>
    </Overlay>
  )
}
