/**
 * Sending state ticks Colyseus' clock. From one of the clock's own timers that would run timers twice and lose count of
 * them (@colyseus/timer 1.1, `ClockTimer.tick`), with a throw that ends the process.
 */
export function tickOnceAtATime(clock: { tick(): void }): void {
  const tick = clock.tick.bind(clock)
  let isTicking = false
  clock.tick = () => {
    if (isTicking) return
    isTicking = true
    try {
      tick()
    } finally {
      isTicking = false
    }
  }
}
