/** The way to one connection. */
export interface PoseSocket {
  /** Joined, and open. */
  readonly ready: boolean
  readonly queuedBytes: number
  /** A whole WebSocket frame. */
  write(frame: Uint8Array): void
  /** A question on the same line; its answer is `Reader.answered`. */
  probe(): void
  cut(): void
}

/** Above this it is skipped: what waits there is old already. State and messages share the queue. */
const MOST_QUEUED_BYTES = 16 * 1024
/** The kernel and the network have queues that nobody can see: every so often the line is asked how far it is behind. */
const PROBE_MS = 2000
const LATE_MS = 1000
/** Who was skipped is slow for so long; twice as long each time it happens again soon. */
const SLOW_MS = 3000
const SLOWEST_MS = 60_000
const SOON_MS = 30_000
const SOON_PROBE_MS = 500
/** Who is slow gets key frames alone, at most so often. */
const SLOW_KEY_MS = 200
/** So long without room for anything new, and it is cut off: it joins anew when it can. */
const CUT_AFTER_MS = 20_000

export type Portion = 'frame' | 'key' | 'nothing' | 'cut'

/** What one receiver gets of each flush. A frame only if it had all before; otherwise a key frame, when it has room. */
export class Reader {
  /** Its own avatar; 0: none. */
  readonly slot: number
  readonly #socket: PoseSocket
  /** It had everything so far. */
  #current = false
  #keyAtMs = -Infinity
  #slowMs = SLOW_MS
  #slowUntilMs = -Infinity
  #fullSinceMs: number | undefined
  #probedAtMs = -Infinity
  #answered = true

  constructor(socket: PoseSocket, slot: number) {
    this.#socket = socket
    this.slot = slot
  }

  get current(): boolean {
    return this.#current
  }
  get queuedBytes(): number {
    return this.#socket.queuedBytes
  }

  /** @param hasFrame something is new in this flush */
  next(nowMs: number, hasFrame: boolean): Portion {
    if (!this.#socket.ready) return 'nothing'
    if (this.#isFull(nowMs)) return this.#skip(nowMs, hasFrame)
    this.#fullSinceMs = undefined
    if (this.#current && !hasFrame) return 'nothing'
    const isSlow = nowMs < this.#slowUntilMs
    if (this.#current && !isSlow) return 'frame'
    // One at a time: a key frame larger than the line can carry must not wait behind another.
    this.#current = !isSlow || (this.#answered && nowMs >= this.#keyAtMs + SLOW_KEY_MS)
    if (!this.#current) return 'nothing'
    this.#keyAtMs = nowMs
    return 'key'
  }

  give(frame: Uint8Array, nowMs: number): void {
    this.#socket.write(frame)
    const sinceSlowMs = nowMs - this.#slowUntilMs
    const everyMs = sinceSlowMs < 0 ? 0 : sinceSlowMs < SOON_MS ? SOON_PROBE_MS : PROBE_MS
    if (!this.#answered || nowMs - this.#probedAtMs < everyMs) return
    this.#answered = false
    this.#probedAtMs = nowMs
    this.#socket.probe()
  }

  answered(): void {
    this.#answered = true
  }

  /** Something is new that it did not get. */
  miss(): void {
    this.#current = false
  }

  cut(): void {
    this.#socket.cut()
  }

  #isFull(nowMs: number): boolean {
    return (
      this.#socket.queuedBytes > MOST_QUEUED_BYTES || (!this.#answered && nowMs - this.#probedAtMs > LATE_MS)
    )
  }

  #skip(nowMs: number, hasFrame: boolean): Portion {
    this.#fullSinceMs ??= nowMs
    if (this.#current && !hasFrame) return 'nothing'
    this.#current = false
    const sinceSlowMs = nowMs - this.#slowUntilMs
    if (sinceSlowMs >= SOON_MS) this.#slowMs = SLOW_MS
    else if (sinceSlowMs >= 0) this.#slowMs = Math.min(SLOWEST_MS, 2 * this.#slowMs)
    this.#slowUntilMs = nowMs + this.#slowMs
    return nowMs - this.#fullSinceMs > CUT_AFTER_MS ? 'cut' : 'nothing'
  }
}
