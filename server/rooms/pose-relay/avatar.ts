import { MAX_SAMPLES, type PoseSample } from '#shared/poses/pose-sample.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { moved } from '#shared/poses/moved.ts'

/** Between two flushes of who is neither acting nor leading: 5 Hz. */
export const REST_MS = 200
/** How long one counts as acting after the last intent, and after the last squeeze. */
const AFTER_INTENT_MS = 3000
const AFTER_SQUEEZE_MS = 1000
const SQUEEZED = 0.05
/** A sender's clock may be wrong by this much; what lies further off is taken as here. */
const OLDEST_MS = 500
const NEWEST_MS = 50
/** Samples closer together than in a 120 Hz headset are nobody's movement. */
const CLOSEST_MS = 8
/** Who has not moved for so long stands, and that is told once: else those who see them go on with their last movement. */
const STOOD_MS = 100
/** Who acts and moves is heard of more often than this. */
const LIVE_MS = 100

/** One person's samples on their way to the others: which go out, and when. */
export class Avatar {
  /** Holds something, or leads. */
  busy = false
  #heardAtMs = -Infinity
  #waiting: PoseSample[] = []
  /** It was told that they stand. */
  #stands = false
  /** The newest sample held back because nothing moved: where a movement starts from. */
  #rest: PoseSample | undefined
  #sent: PoseSample | undefined
  #sentAtMs = -Infinity
  #lastMs = -Infinity
  #actingUntilMs = -Infinity
  /** A jump in a sample that was left out. */
  #jumped = false
  /** What waits begins a movement, so all of it is needed. */
  #begins = false

  acted(nowMs: number): void {
    this.#actingUntilMs = Math.max(this.#actingUntilMs, nowMs + AFTER_INTENT_MS)
  }

  received(pose: TrackedPose, nowMs: number): void {
    this.#heardAtMs = nowMs
    const said = pose.timeMs === 0 ? nowMs : pose.timeMs
    const timeMs = Math.floor(Math.max(0, nowMs - OLDEST_MS, Math.min(nowMs + NEWEST_MS, said)))
    if (Math.max(pose.left?.trigger ?? 0, pose.right?.trigger ?? 0) > SQUEEZED)
      this.#actingUntilMs = Math.max(this.#actingUntilMs, nowMs + AFTER_SQUEEZE_MS)
    this.#jumped ||= pose.discontinuity
    if (timeMs < this.#lastMs + CLOSEST_MS) return
    this.#lastMs = timeMs
    const sample: PoseSample = { ...pose, timeMs, discontinuity: this.#jumped }
    if (this.#sent === undefined || moved(this.#sent, sample)) this.#stands = false
    else if (this.#waiting.length === 0) {
      if (this.#stands || timeMs - this.#sent.timeMs < STOOD_MS) {
        this.#rest = sample
        return
      }
      this.#stands = true
      this.#rest = undefined
    }
    if (this.#rest !== undefined) {
      this.#waiting.push(this.#rest)
      this.#rest = undefined
      this.#begins = true
    }
    this.#jumped = false
    this.#waiting.push(sample)
    if (this.#waiting.length > MAX_SAMPLES) this.#leaveOut(1)
  }

  /** Acts, and sends. */
  isLive(nowMs: number): boolean {
    return nowMs - this.#heardAtMs < LIVE_MS && this.#acts(nowMs)
  }

  /** When something of this person is due; Infinity: nothing waits. */
  dueAtMs(nowMs: number): number {
    if (this.#waiting.length === 0) return Infinity
    return this.#acts(nowMs) ? nowMs : this.#sentAtMs + REST_MS
  }

  /** What goes out now, oldest first. */
  take(nowMs: number): readonly PoseSample[] {
    if (this.dueAtMs(nowMs) > nowMs) return []
    if (!this.#acts(nowMs) && !this.#begins) this.#leaveOut(this.#waiting.length - 1)
    const going = this.#waiting
    this.#waiting = []
    this.#begins = false
    this.#sent = going.at(-1)
    this.#sentAtMs = nowMs
    return going
  }

  #acts(nowMs: number): boolean {
    return this.busy || nowMs < this.#actingUntilMs
  }

  /** The oldest; a jump among them is told by the one that follows. */
  #leaveOut(count: number): void {
    const left = this.#waiting.splice(0, count)
    const first = this.#waiting[0]
    if (first !== undefined && left.some(({ discontinuity }) => discontinuity))
      this.#waiting[0] = { ...first, discontinuity: true }
  }
}
