import type { SessionLink } from '#client/net/session-link.ts'
import { Dialog } from '#client/ui/dialog.tsx'
import { useText } from '#client/ui/text.tsx'
import type { TraineePort } from './trainee-port.ts'

export function LeaveDialog({
  link,
  trainee,
  onClose,
}: {
  link: SessionLink
  trainee: TraineePort
  onClose: () => void
}) {
  const { t } = useText()
  async function leave() {
    await trainee.ask('leave') // a "no" here changes nothing: the room notices who is gone
    link.close()
    location.assign('/')
  }
  return (
    <Dialog title={t('train.leave')} onClose={onClose}>
      <p>{t('train.leaveConfirm')}</p>
      <div className="overlay__buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('train.leaveStay')}
        </button>
        <button type="button" className="button button--primary" onClick={() => void leave()}>
          {t('train.leave')}
        </button>
      </div>
    </Dialog>
  )
}
