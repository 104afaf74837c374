/** Keys by `code`, so that WASD is a place on every layout. */
export interface Keyboard {
  isDown(code: string): boolean
  dispose(): void
}

export interface KeyboardOptions {
  /** The element that scene keys such as Tab belong to. */
  canvas: HTMLElement
  /** Once per press (no repeats). Answer true to keep the browser from acting on it too. */
  onPress(code: string, event: KeyboardEvent): boolean
  onRelease(code: string): void
}

/** Listens while no form control or button of the page has the focus. */
export function listenToKeyboard({ canvas, onPress, onRelease }: KeyboardOptions): Keyboard {
  const down = new Set<string>()
  const isOurs = (event: KeyboardEvent) => {
    const focused = document.activeElement
    return (
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      (focused === null || focused === document.body || focused === canvas)
    )
  }
  const press = (event: KeyboardEvent) => {
    if (!isOurs(event)) return
    if (event.repeat) {
      if (down.has(event.code) && event.code !== 'Escape') event.preventDefault()
      return
    }
    down.add(event.code)
    if (onPress(event.code, event)) event.preventDefault()
  }
  const release = (event: KeyboardEvent) => {
    if (down.delete(event.code)) onRelease(event.code)
  }
  const releaseAll = () => {
    for (const code of down) {
      down.delete(code)
      onRelease(code)
    }
  }
  window.addEventListener('keydown', press)
  window.addEventListener('keyup', release)
  window.addEventListener('blur', releaseAll)
  return {
    isDown: (code) => down.has(code),
    dispose() {
      window.removeEventListener('keydown', press)
      window.removeEventListener('keyup', release)
      window.removeEventListener('blur', releaseAll)
    },
  }
}
