/** What keys mean while a tool is chosen. */
export interface KeyPen {
  isOn(): boolean
  /** The view stands still: keys that move one do nothing. */
  isStill(): boolean
  /** Keys that act on things; they do nothing meanwhile. */
  readonly acting: RegExp
  set(): void
  stop(): void
  undo(): void
}

/** A point on the screen that arrow keys move, −1 to 1 each way, upwards. */
export interface KeyCursor {
  x: number
  y: number
  /** Is it moved by keys just now? */
  readonly moves: boolean
  /** Once a frame; aspect: width by height. */
  update(deltaS: number, aspect: number): boolean
  dispose(): void
}

const SPEED = 0.7
const FINE = 0.16
/** Pushed against this, it turns the view instead, if the view can be turned. */
const EDGE = 0.85
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'] as const
type Arrow = (typeof arrows)[number]

/** Listens before anybody else, so that keys that act on things do not meanwhile. */
export function listenToKeyPen(canvas: HTMLCanvasElement, pen: KeyPen): KeyCursor {
  const down = new Set<string>()
  const handed = new Set<Arrow>()
  const passedOn = new WeakSet<Event>()

  const isOurs = (event: KeyboardEvent) => {
    const focused = document.activeElement
    const onPage = focused === null || focused === document.body || focused === canvas
    return pen.isOn() && onPage && !event.ctrlKey && !event.metaKey && !event.altKey && !passedOn.has(event)
  }
  const isArrow = (code: string): code is Arrow => (arrows as readonly string[]).includes(code)
  function act(code: string): boolean {
    if (code === 'Enter' || code === 'Space') pen.set()
    else if (code === 'Escape') pen.stop()
    else if (code === 'Backspace' || code === 'Delete') pen.undo()
    else return pen.acting.test(code)
    return true
  }
  const onDown = (event: KeyboardEvent) => {
    if (!isOurs(event)) return
    const { code } = event
    const moves = isArrow(code)
    if (moves || code.startsWith('Shift')) down.add(code)
    const stays = pen.isStill() && /^Key[WASDQE]$/.test(code)
    if (!moves && !stays && (event.repeat || !act(code))) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  const onUp = (event: KeyboardEvent) => {
    if (passedOn.has(event)) return
    down.delete(event.code)
    if (isArrow(event.code)) handOver(event.code, false)
  }
  /** To whoever turns the view by arrow keys. */
  function handOver(code: Arrow, on: boolean) {
    if (handed.has(code) === on) return
    if (on) handed.add(code)
    else handed.delete(code)
    const event = new KeyboardEvent(on ? 'keydown' : 'keyup', { code, bubbles: true })
    passedOn.add(event)
    window.dispatchEvent(event)
  }
  function forget() {
    down.clear()
    for (const code of handed) handOver(code, false)
  }
  const axis = (less: Arrow, more: Arrow) => Number(down.has(more)) - Number(down.has(less))

  window.addEventListener('keydown', onDown, { capture: true })
  window.addEventListener('keyup', onUp, { capture: true })
  window.addEventListener('blur', forget)
  const cursor = {
    x: 0,
    y: 0,
    moves: false,
    update(deltaS: number, aspect: number) {
      const dx = axis('ArrowLeft', 'ArrowRight')
      const dy = axis('ArrowDown', 'ArrowUp')
      cursor.moves = pen.isOn() && (dx !== 0 || dy !== 0)
      if (!cursor.moves) return false
      const step = (down.has('ShiftLeft') || down.has('ShiftRight') ? FINE : SPEED) * deltaS
      cursor.x = Math.max(-EDGE, Math.min(EDGE, cursor.x + (dx * step) / aspect))
      cursor.y = Math.max(-EDGE, Math.min(EDGE, cursor.y + dy * step))
      const still = pen.isStill()
      handOver('ArrowLeft', !still && dx < 0 && cursor.x === -EDGE)
      handOver('ArrowRight', !still && dx > 0 && cursor.x === EDGE)
      handOver('ArrowDown', !still && dy < 0 && cursor.y === -EDGE)
      handOver('ArrowUp', !still && dy > 0 && cursor.y === EDGE)
      return true
    },
    dispose() {
      forget()
      window.removeEventListener('keydown', onDown, { capture: true })
      window.removeEventListener('keyup', onUp, { capture: true })
      window.removeEventListener('blur', forget)
    },
  }
  return cursor
}
