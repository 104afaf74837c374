import type { Clock, Ticker } from './clock.ts'

export const TICK_MS = 50
const ABANDON_AFTER_MS = 10 * 60_000

export type AttendedTimeOptions = {
  readonly clock: Clock
  readonly ticker: Ticker
  onTick(): void
  /** Nobody was there for ten minutes. */
  onAbandoned(): void
}

/** A session's time: ticks while somebody is there; without anybody it waits, and not for ever. */
export class AttendedTime {
  readonly #options: AttendedTimeOptions
  #stopTicking: (() => void) | undefined
  #stopWaiting: (() => void) | undefined

  constructor(options: AttendedTimeOptions) {
    this.#options = options
  }

  goOn(): void {
    const { ticker, onTick } = this.#options
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    this.#stopTicking ??= ticker.every(TICK_MS, onTick)
  }

  wait(): void {
    const { clock, onAbandoned } = this.#options
    this.#stopTicking?.()
    this.#stopTicking = undefined
    this.#stopWaiting ??= clock.after(ABANDON_AFTER_MS, onAbandoned)
  }

  stop(): void {
    this.#stopTicking?.()
    this.#stopWaiting?.()
  }
}
