/** From so many receivers on, a patch costs more than it tells: one write a head, each time. */
export const CROWD = 32
const CROWD_MS = 200

export type StateFlowOptions = {
  readonly receivers: () => number
  readonly nowMs: () => number
  readonly after: (ms: number, callback: () => void) => void
  readonly send: () => void
}

/** When the state goes out: at once among few, at most five times a second to a crowd. */
export class StateFlow {
  readonly #options: StateFlowOptions
  #sentAtMs = -Infinity
  #isDue = false

  constructor(options: StateFlowOptions) {
    this.#options = options
  }

  changed(): void {
    const { receivers, nowMs, after } = this.#options
    if (this.#isDue) return
    const waitMs = receivers() < CROWD ? 0 : this.#sentAtMs + CROWD_MS - nowMs()
    if (waitMs <= 0) return this.#send()
    this.#isDue = true
    after(waitMs, () => this.#send())
  }

  #send(): void {
    this.#isDue = false
    this.#sentAtMs = this.#options.nowMs()
    this.#options.send()
  }
}
