import { useText } from '#client/ui/text.tsx'
import type { TraineePort } from './trainee-port.ts'

/** All that stays on the flat screen while the person is in the headset. */
export function VrNote({ trainee }: { trainee: TraineePort }) {
  const { t } = useText()
  return (
    <div className="vr-note">
      <p>{t('train.vrRunning')}</p>
      <button type="button" className="button" onClick={() => void trainee.leaveVr()}>
        {t('train.leaveVr')}
      </button>
    </div>
  )
}
