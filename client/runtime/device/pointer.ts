/** What a mouse, pen or finger on the canvas means, whatever it is. Pixels of the canvas. */
export interface PointerMeaning {
  look(dx: number, dy: number): void
  /** Cursor or finger is here; null: it left, or the pointer is locked to the crosshair. */
  at(x: number | null, y: number | null): void
  press(kind: 'mouse' | 'touch'): void
  /** `tap`: released where it was pressed, without looking around. */
  release(kind: 'mouse' | 'touch', tap: boolean): void
  locked(on: boolean): void
}

const TAP_PX = 6

/** Mouse look with and without pointer lock, and touch: drag to look, tap or click to act. */
export function listenToPointer(canvas: HTMLCanvasElement, meaning: PointerMeaning): () => void {
  let active: number | null = null
  let travelled = 0
  const isLocked = () => document.pointerLockElement === canvas
  const kindOf = (event: PointerEvent) => (event.pointerType === 'touch' ? 'touch' : 'mouse')
  const place = (event: PointerEvent) => {
    if (isLocked()) return meaning.at(null, null)
    const box = canvas.getBoundingClientRect()
    meaning.at(event.clientX - box.left, event.clientY - box.top)
  }

  const onDown = (event: PointerEvent) => {
    if (active !== null || event.button > 0) return
    active = event.pointerId
    travelled = 0
    canvas.focus({ preventScroll: true })
    if (!isLocked()) canvas.setPointerCapture(event.pointerId)
    place(event)
    meaning.press(kindOf(event))
  }
  const onMove = (event: PointerEvent) => {
    if (isLocked()) return meaning.look(event.movementX, event.movementY)
    if (active === null || event.pointerId === active) place(event)
    if (event.pointerId !== active) return
    travelled += Math.abs(event.movementX) + Math.abs(event.movementY)
    if (travelled > TAP_PX) meaning.look(event.movementX, event.movementY)
  }
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== active) return
    active = null
    meaning.release(kindOf(event), isLocked() || travelled <= TAP_PX)
    if (event.pointerType === 'touch') meaning.at(null, null)
  }
  const onLeave = () => {
    if (active === null) meaning.at(null, null)
  }
  const onLock = () => meaning.locked(isLocked())
  const onMenu = (event: Event) => event.preventDefault()

  canvas.style.touchAction = 'none'
  canvas.addEventListener('pointerdown', onDown)
  canvas.addEventListener('pointermove', onMove)
  canvas.addEventListener('pointerup', onUp)
  canvas.addEventListener('pointercancel', onUp)
  canvas.addEventListener('pointerleave', onLeave)
  canvas.addEventListener('contextmenu', onMenu)
  document.addEventListener('pointerlockchange', onLock)
  return () => {
    canvas.removeEventListener('pointerdown', onDown)
    canvas.removeEventListener('pointermove', onMove)
    canvas.removeEventListener('pointerup', onUp)
    canvas.removeEventListener('pointercancel', onUp)
    canvas.removeEventListener('pointerleave', onLeave)
    canvas.removeEventListener('contextmenu', onMenu)
    document.removeEventListener('pointerlockchange', onLock)
  }
}
