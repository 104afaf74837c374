/** From so many receivers on, a patch costs more than it tells: one write a head, each time. */
export const CROWD = 32
const CROWD_MS = 200

export type StateFlowOptions = {
  readonly receivers: () => number
  readonly nowMs: () => number
  readonly after: (ms: number, callback: () => void) => void
  readonly send: () => void
  /** Least time between two before a crowd. */
  readonly crowdMs?: number
}

/** When what everybody sees goes out: at once among few, before a crowd at most five times a second if nothing else is said. */
export class StateFlow {
  readonly #options: StateFlowOptions
  #sentAtMs = -Infinity
  #isDue = false

  constructor(options: StateFlowOptions) {
    this.#options = options
  }

  changed(): void {
    const { receivers, nowMs, after, crowdMs = CROWD_MS } = this.#options
    if (this.#isDue) return
    const waitMs = receivers() < CROWD ? 0 : this.#sentAtMs + crowdMs - nowMs()
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
