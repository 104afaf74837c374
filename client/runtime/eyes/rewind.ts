import { writable } from '../readable.ts'
import type { Readable } from '../readable.ts'

/** The last half minute, gone back to while the session goes on. */
export interface Rewind {
  /** How much there is to go back to, ms; told in whole seconds. */
  readonly keptMs: Readable<number>
  /** 0 is live; told in tenths of a second. */
  readonly behindMs: Readable<number>
  /** 0 stands still, 1 is as it was, more catches up. */
  readonly speed: Readable<number>
  to(behindMs: number): void
  play(speed: number): void
  live(): void
  /** Moves on. Answers the session time to show; null: now. */
  step(nowMs: number, oldestMs: number): number | null
}

const TOLD_MS = 100
const SECOND_MS = 1000
const FASTEST = 2
const told = (ms: number) => Math.ceil(ms / TOLD_MS) * TOLD_MS

export function createRewind(): Rewind {
  const keptMs = writable(0)
  const behindMs = writable(0)
  const speed = writable(1)
  let shownMs: number | null = null
  /** Where to go in the next step, ms behind; null: on from where it is. */
  let wantedMs: number | null = null
  let beforeMs = 0
  const isLive = () => shownMs === null && wantedMs === null

  function live() {
    shownMs = wantedMs = null
    behindMs.set(0)
    speed.set(1)
  }

  return {
    keptMs,
    behindMs,
    speed,
    live,
    to(behind) {
      if (behind <= 0) return live()
      wantedMs = Math.min(behind, Math.max(TOLD_MS, keptMs.get()))
      behindMs.set(told(wantedMs))
    },
    play(next) {
      // Slower than life, or not at all: a look back begins here. Faster than life there is nothing to see yet.
      if (isLive() && next < 1) wantedMs = 0
      if (!isLive()) speed.set(Math.max(0, Math.min(FASTEST, next)))
    },
    step(nowMs, oldestMs) {
      const elapsedMs = Math.max(0, nowMs - beforeMs)
      beforeMs = nowMs
      keptMs.set(Math.floor(Math.max(0, nowMs - oldestMs) / SECOND_MS) * SECOND_MS)
      if (wantedMs !== null) shownMs = nowMs - wantedMs
      else if (shownMs !== null) shownMs += elapsedMs * speed.get()
      wantedMs = null
      if (shownMs === null) return null
      if (shownMs >= nowMs && speed.get() >= 1) {
        live()
        return null
      }
      shownMs = Math.max(oldestMs, Math.min(shownMs, nowMs))
      behindMs.set(told(nowMs - shownMs))
      return shownMs
    },
  }
}
