import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { CUT, LAYOUT_SIZE, layOut } from './pose-layout.ts'

/** Samples kept: more than the longest delay (300 ms) at 90 a second. */
export const RING = 32

/** The newest samples of a person; index 0 is the oldest that is still there. */
export interface SampleRing {
  readonly count: number
  readonly values: Float64Array
  /** Where sample i begins in `values`. */
  at(i: number): number
  timeMs(i: number): number
  parts(i: number): number
  /** Both samples i and i + 1 have the part (0: always), and nothing cuts them apart. */
  linked(i: number, part: number): boolean
  /** Takes a copy; the oldest one goes when there is no room. Times must grow. */
  push(sample: PoseSample): void
  /** The newest sample once more, at a later time. */
  repeat(timeMs: number): void
  /** Cuts the newest sample from the one before. */
  cut(): void
  clear(): void
}

export function createSampleRing(): SampleRing {
  const values = new Float64Array(RING * LAYOUT_SIZE)
  const times = new Float64Array(RING)
  const masks = new Uint8Array(RING)
  let first = 0
  let count = 0

  const place = (i: number) => (first + i) % RING
  function grow(): number {
    if (count < RING) count += 1
    else first = place(1)
    return place(count - 1)
  }
  const ring: SampleRing = {
    values,
    get count() {
      return count
    },
    at: (i) => place(i) * LAYOUT_SIZE,
    timeMs: (i) => times[place(i)] ?? 0,
    parts: (i) => masks[place(i)] ?? 0,
    linked(i, part) {
      if (i < 0 || i + 1 >= count) return false
      const next = ring.parts(i + 1)
      return (next & CUT) === 0 && (next & ring.parts(i) & part) === part
    },
    push(sample) {
      const to = grow()
      times[to] = sample.timeMs
      masks[to] = layOut(sample, values, to * LAYOUT_SIZE)
    },
    repeat(timeMs) {
      const from = place(count - 1)
      const to = grow()
      times[to] = timeMs
      masks[to] = (masks[from] ?? 0) & ~CUT
      values.copyWithin(to * LAYOUT_SIZE, from * LAYOUT_SIZE, (from + 1) * LAYOUT_SIZE)
    },
    cut() {
      masks[place(count - 1)] = ring.parts(count - 1) | CUT
    },
    clear() {
      first = 0
      count = 0
    },
  }
  return ring
}
