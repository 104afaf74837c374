import { useRef } from 'react'
import type { PointerEvent } from 'react'

/** For a thumb: −1..1 sideways and ahead, 0 and 0 when let go. Whatever it does is there without dragging too. */
export function Stick({ onMove }: { onMove: (x: number, y: number) => void }) {
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
