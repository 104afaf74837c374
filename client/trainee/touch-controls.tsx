import { useRef } from 'react'
import type { PointerEvent } from 'react'
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

function Stick({ onMove }: { onMove: (x: number, y: number) => void }) {
  const knob = useRef<HTMLDivElement>(null)
  function place(x: number, y: number) {
    onMove(x, y)
    knob.current?.style.setProperty('transform', `translate(${x * 50}%, ${-y * 50}%)`)
  }
  function drag(event: PointerEvent<HTMLDivElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / box.width) * 2 - 1
    const y = 1 - ((event.clientY - box.top) / box.height) * 2
    const reach = Math.max(1, Math.hypot(x, y))
    place(x / reach, y / reach)
  }
  return (
    <div
      className="stick"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event)
      }}
      onPointerUp={() => place(0, 0)}
      onPointerCancel={() => place(0, 0)}
    >
      <div className="stick__knob" ref={knob} />
    </div>
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
