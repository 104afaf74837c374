import { randomBytes } from 'node:crypto'

/** The WebSocket under a connection, as far as it is asked. */
export type LineSocket = {
  on(event: 'pong', listener: (data: Buffer) => void): unknown
  ping(data: Buffer): void
}

/** An answer that varies by more than this came late because something was lost and sent again, or waited behind it. */
const LOSSY_VARIATION_MS = 40
const LOSSY_SILENCE_MS = 1500

/** How good a connection is: round trips measured by pings that browsers answer by themselves, smoothed as TCP does (RFC 6298, 2). */
export class Line {
  readonly #socket: LineSocket
  readonly #nowMs: () => number
  #smoothMs: number | null = null
  #variationMs = 0
  #open: { readonly question: Buffer; readonly askedAtMs: number } | undefined

  constructor(socket: LineSocket, nowMs: () => number) {
    this.#socket = socket
    this.#nowMs = nowMs
    socket.on('pong', (data) => this.#answered(data))
  }

  /** Whole milliseconds; null while nothing was measured. */
  get rttMs(): number | null {
    return this.#smoothMs === null ? null : Math.round(this.#smoothMs)
  }
  get lossy(): boolean {
    const silentMs = this.#open === undefined ? 0 : this.#nowMs() - this.#open.askedAtMs
    return this.#variationMs > LOSSY_VARIATION_MS || silentMs > LOSSY_SILENCE_MS
  }

  /** Asks, unless an answer is still due. */
  ask(): void {
    if (this.#open !== undefined) return
    // Nobody can answer before they were asked, and look near.
    this.#open = { question: randomBytes(8), askedAtMs: this.#nowMs() }
    this.#socket.ping(this.#open.question)
  }

  #answered(data: Buffer): void {
    if (this.#open === undefined || !data.equals(this.#open.question)) return
    const tookMs = this.#nowMs() - this.#open.askedAtMs
    this.#open = undefined
    if (this.#smoothMs === null) {
      this.#smoothMs = tookMs
      this.#variationMs = tookMs / 2
    } else {
      this.#variationMs += (Math.abs(this.#smoothMs - tookMs) - this.#variationMs) / 4
      this.#smoothMs += (tookMs - this.#smoothMs) / 8
    }
  }
}
