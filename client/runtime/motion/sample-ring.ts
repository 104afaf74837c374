import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { CUT, LAYOUT_SIZE, layOut, positionParts } from './pose-layout.ts'
import { SPEED_SIZE, tellSpeeds } from './tell-speeds.ts'

/** Samples kept: more than the longest delay (300 ms) at 90 a second. */
const RING = 32
const SPEEDS = positionParts.length * SPEED_SIZE

/** The newest samples of a person; index 0 is the oldest that is still there. */
export interface SampleRing {
  readonly count: number
  readonly values: Float64Array
  /** Where sample i begins in `values`. */
  at(i: number): number
  readonly speeds: Float64Array
  /** Where the speed of position p in sample i begins in `speeds`. */
  speedAt(i: number, p: number): number
  timeMs(i: number): number
  parts(i: number): number
  /** Both samples i and i + 1 have the part (0: always), and nothing cuts them apart. */
  linked(i: number, part: number): boolean
  /** Takes a copy; the oldest one goes when there is no room. Times must grow. `cut`: it does not follow from the one before. */
  push(sample: PoseSample, cut: boolean): void
  /** The newest sample once more, at a later time. */
  repeat(timeMs: number): void
  clear(): void
}

export function createSampleRing(): SampleRing {
  const values = new Float64Array(RING * LAYOUT_SIZE)
  const speeds = new Float64Array(RING * SPEEDS)
  const times = new Float64Array(RING)
  const masks = new Uint8Array(RING)
  let first = 0
  let count = 0

  const place = (i: number) => (first + i) % RING
  function add(timeMs: number, write: (to: number) => number) {
    if (count < RING) count += 1
    else first = place(1)
    const to = place(count - 1)
    times[to] = timeMs
    masks[to] = write(to)
    // The one before has a neighbour on both sides only now.
    if (count > 1) tellSpeeds(ring, count - 2)
    tellSpeeds(ring, count - 1)
  }

  const ring: SampleRing = {
    values,
    speeds,
    get count() {
      return count
    },
    at: (i) => place(i) * LAYOUT_SIZE,
    speedAt: (i, p) => place(i) * SPEEDS + p * SPEED_SIZE,
    timeMs: (i) => times[place(i)] ?? 0,
    parts: (i) => masks[place(i)] ?? 0,
    linked(i, part) {
      if (i < 0 || i + 1 >= count) return false
      const next = ring.parts(i + 1)
      return (next & CUT) === 0 && (next & ring.parts(i) & part) === part
    },
    push(sample, cut) {
      add(sample.timeMs, (to) => layOut(sample, values, to * LAYOUT_SIZE) | (cut ? CUT : 0))
    },
    repeat(timeMs) {
      const from = place(count - 1)
      add(timeMs, (to) => {
        values.copyWithin(to * LAYOUT_SIZE, from * LAYOUT_SIZE, (from + 1) * LAYOUT_SIZE)
        return (masks[from] ?? 0) & ~CUT
      })
    },
    clear() {
      first = 0
      count = 0
    },
  }
  return ring
}
