import { createPoseEncoder } from '#shared/poses/pose-encoder.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { Avatar } from './avatar.ts'

/** All avatars of a room, by slot, and the frames that tell of them. */
export class Cast {
  readonly #encoder = createPoseEncoder()
  readonly #avatars = new Map<number, Avatar>()
  #gone = false
  /** Who acts and sends, at the last frame, and how many of them have sent since. */
  #live = 0
  #arrived = 0

  /** @returns when something of this person is due; Infinity: nothing waits */
  received(slot: number, poses: readonly TrackedPose[], nowMs: number): number {
    const avatar = this.#avatars.get(slot) ?? new Avatar()
    this.#avatars.set(slot, avatar)
    const waited = avatar.dueAtMs(nowMs) <= nowMs
    for (const pose of poses) avatar.received(pose, nowMs)
    const dueAtMs = avatar.dueAtMs(nowMs)
    if (!waited && dueAtMs <= nowMs && avatar.isLive(nowMs)) this.#arrived += 1
    return dueAtMs
  }

  acted(slot: number, nowMs: number): void {
    this.#avatars.get(slot)?.acted(nowMs)
  }

  busy(slots: ReadonlySet<number>): void {
    for (const [slot, avatar] of this.#avatars) avatar.busy = slots.has(slot)
  }

  /** False when there was nobody. */
  freed(slot: number): boolean {
    if (!this.#avatars.delete(slot)) return false
    this.#encoder.drop(slot)
    this.#gone = true
    return true
  }

  /** Who acts and sends has sent. */
  get isComplete(): boolean {
    return this.#arrived >= this.#live
  }

  hasOthersThan(own: number): boolean {
    for (const slot of this.#avatars.keys()) if (slot !== own) return true
    return false
  }

  dueAtMs(nowMs: number): number {
    let dueMs = Infinity
    for (const avatar of this.#avatars.values()) dueMs = Math.min(dueMs, avatar.dueAtMs(nowMs))
    return dueMs
  }

  /** What is due, and who is gone; null: nothing. */
  frame(nowMs: number): Uint8Array | null {
    const due: number[] = []
    this.#live = 0
    this.#arrived = 0
    for (const [slot, avatar] of this.#avatars) {
      const samples = avatar.take(nowMs)
      for (const sample of samples) this.#encoder.put(slot, sample)
      if (samples.length > 0) due.push(slot)
      if (avatar.isLive(nowMs)) this.#live += 1
    }
    if (due.length === 0 && !this.#gone) return null
    this.#gone = false
    return this.#encoder.frame(
      due.sort((a, b) => a - b),
      nowMs,
    )
  }

  /** All that was told so far. */
  key(nowMs: number): Uint8Array {
    return this.#encoder.key(nowMs)
  }
}
