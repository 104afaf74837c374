/** What mouse, pen or finger on the canvas mean while a tool is chosen. Both from −1 to 1, upwards. */
export interface ScreenPen {
  isOn(): boolean
  hover(x: number, y: number): void
  /** The pointer is not over the canvas any more. */
  leave(): void
  down(x: number, y: number): void
  move(x: number, y: number): void
  up(): void
  /** The finger turned out to be one of two. */
  cancel(): void
}

const SLACK_PX = 6

/**
 * Takes the main button and the first finger from whatever else listens on the canvas. The right button and a second finger look
 * around meanwhile: to the others they come as the main one.
 */
export function listenToScreenPen(canvas: HTMLCanvasElement, pen: ScreenPen): () => void {
  let drawing: number | null = null
  let looking: { id: number; x: number; y: number; begun: boolean } | null = null
  const passedOn = new WeakSet<Event>()

  const isLocked = () => document.pointerLockElement === canvas
  function tell(meaning: (x: number, y: number) => void, event: PointerEvent) {
    if (isLocked()) return meaning(0, 0)
    const box = canvas.getBoundingClientRect()
    meaning(
      ((event.clientX - box.left) / box.width) * 2 - 1,
      1 - ((event.clientY - box.top) / box.height) * 2,
    )
  }
  const take = (event: Event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  function passOn(type: string, event: PointerEvent, dx = 0, dy = 0) {
    const { pointerId, pointerType, clientX, clientY } = event
    const other = new PointerEvent(type, {
      pointerId,
      pointerType,
      clientX,
      clientY,
      movementX: dx,
      movementY: dy,
      bubbles: true,
    })
    passedOn.add(other)
    canvas.dispatchEvent(other)
  }

  const onDown = (event: PointerEvent) => {
    if (passedOn.has(event) || !pen.isOn()) return
    take(event)
    canvas.focus({ preventScroll: true })
    if (event.button === 2 || drawing !== null) {
      if (drawing !== null && event.pointerType === 'touch') {
        pen.cancel()
        drawing = null
      }
      looking ??= { id: event.pointerId, x: event.clientX, y: event.clientY, begun: false }
    } else if (event.button === 0) {
      drawing = event.pointerId
      if (!isLocked()) canvas.setPointerCapture(event.pointerId)
      tell(pen.down, event)
    }
  }
  const onMove = (event: PointerEvent) => {
    if (passedOn.has(event) || !pen.isOn()) return
    if (looking && event.pointerId === looking.id && !isLocked()) look(event, looking)
    // Locked, the look itself moves the pen; and both a hovering mouse and a look go on to the others.
    else if (drawing === null || isLocked()) tell(drawing === null ? pen.hover : pen.move, event)
    else if (event.pointerId === drawing) {
      take(event)
      const all = event.getCoalescedEvents?.() ?? []
      for (const each of all.length > 0 ? all : [event]) tell(pen.move, each)
    }
  }
  /** A press that does not move is no look, and would act. */
  function look(event: PointerEvent, from: { x: number; y: number; begun: boolean }) {
    take(event)
    const dx = event.clientX - from.x
    const dy = event.clientY - from.y
    if (!from.begun && Math.abs(dx) + Math.abs(dy) <= SLACK_PX) return
    if (!from.begun) passOn('pointerdown', event)
    from.begun = true
    from.x = event.clientX
    from.y = event.clientY
    passOn('pointermove', event, dx, dy)
  }
  const onUp = (event: PointerEvent) => {
    if (passedOn.has(event)) return
    if (looking && event.pointerId === looking.id && (event.button === 2 || event.pointerType === 'touch')) {
      take(event)
      if (looking.begun) passOn('pointercancel', event)
      looking = null
    } else if (event.pointerId === drawing && (event.button === 0 || event.type === 'pointercancel')) {
      take(event)
      drawing = null
      pen.up()
      if (event.pointerType === 'touch') pen.leave()
    }
  }
  const onLeave = () => {
    if (drawing === null) pen.leave()
  }

  const events: [string, (event: PointerEvent) => void][] = [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onUp],
    ['pointerleave', onLeave],
  ]
  for (const [type, listener] of events)
    canvas.addEventListener(type, listener as EventListener, { capture: true })
  return () => {
    for (const [type, listener] of events)
      canvas.removeEventListener(type, listener as EventListener, { capture: true })
  }
}
