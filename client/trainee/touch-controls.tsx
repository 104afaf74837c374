import { Stick } from '#client/ui/stick.tsx'
import { useText } from '#client/ui/text.tsx'
import { useReadable } from '#client/ui/use-readable.ts'
import type { TraineePort } from './trainee-port.ts'

/** A stick to walk and a round button to act and squeeze, for thumbs. The list of things does the same without dragging. */
export function TouchControls({ trainee }: { trainee: TraineePort }) {
  const device = useReadable(trainee.device)
  const coarse = matchMedia('(pointer: coarse)').matches
  if (device !== 'touch' && !coarse) return null
  return (
    <>
      <Stick onMove={(x, y) => trainee.touch.move(x, y)} />
      <ActButton trainee={trainee} />
    </>
  )
}

function ActButton({ trainee }: { trainee: TraineePort }) {
  const { t } = useText()
  const pointing = useReadable(trainee.pointing)
  return (
    <button
      type="button"
      className="act"
      onPointerDown={() => trainee.touch.act(true)}
      onPointerUp={() => trainee.touch.act(false)}
      onPointerCancel={() => trainee.touch.act(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      {pointing?.label ?? t('train.act')}
    </button>
  )
}
