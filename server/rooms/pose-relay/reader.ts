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
const LATE_MS = 1500
/** So long after it was skipped, a reader gets key frames at 5 Hz instead of every frame. */
const SLOW_MS = 3000
const SLOW_KEY_MS = 200
/** So long without room for anything new, and it is cut off: it joins anew when it can. */
const CUT_AFTER_MS = 20_000

export type Portion = 'frame' | 'key' | 'nothing' | 'cut'

/** What one receiver gets of each flush. A frame only if it had all before; otherwise a key frame, when it has room. */
export class Reader {
  readonly socket: PoseSocket
  /** Its own avatar; 0: none. */
  readonly slot: number
  /** It had everything so far. */
  #current = false
  #keyAtMs = -Infinity
  #slowUntilMs = -Infinity
  #fullSinceMs: number | undefined
  #probedAtMs = -Infinity
  #answered = true

  constructor(socket: PoseSocket, slot: number) {
    this.socket = socket
    this.slot = slot
  }

  get current(): boolean {
    return this.#current
  }

  /** @param hasFrame something is new in this flush */
  next(nowMs: number, hasFrame: boolean): Portion {
    if (!this.socket.ready) return 'nothing'
    if (this.#isFull(nowMs)) {
      this.#fullSinceMs ??= nowMs
      this.#current &&= !hasFrame
      if (!this.#current) this.#slowUntilMs = nowMs + SLOW_MS
      return nowMs - this.#fullSinceMs > CUT_AFTER_MS ? 'cut' : 'nothing'
    }
    this.#fullSinceMs = undefined
    if (this.#current) return hasFrame ? this.#passOn(nowMs) : 'nothing'
    if (nowMs < this.#slowUntilMs && nowMs < this.#keyAtMs + SLOW_KEY_MS) return 'nothing'
    this.#keyAtMs = nowMs
    this.#current = true
    this.#probe(nowMs)
    return 'key'
  }

  answered(): void {
    this.#answered = true
  }

  /** Something is new that it did not get. */
  miss(): void {
    this.#current = false
  }

  #passOn(nowMs: number): Portion {
    this.#current = nowMs >= this.#slowUntilMs
    if (!this.#current) return 'nothing'
    this.#probe(nowMs)
    return 'frame'
  }

  #isFull(nowMs: number): boolean {
    return (
      this.socket.queuedBytes > MOST_QUEUED_BYTES || (!this.#answered && nowMs - this.#probedAtMs > LATE_MS)
    )
  }

  #probe(nowMs: number): void {
    if (!this.#answered || nowMs - this.#probedAtMs < PROBE_MS) return
    this.#answered = false
    this.#probedAtMs = nowMs
    this.socket.probe()
  }
}
