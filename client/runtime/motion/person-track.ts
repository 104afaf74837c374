import type { PoseSample } from '#shared/poses/pose-sample.ts'
import { isLeap, isStill } from './breaks.ts'
import { BEYOND_MS, evaluate } from './evaluate.ts'
import type { PlayedPose } from './played-pose.ts'
import { createPlayout } from './playout.ts'
import { CUT, LAYOUT_SIZE } from './pose-layout.ts'
import { createSampleRing } from './sample-ring.ts'
import { createSettle, poseMotion } from './settle.ts'
import { createPoseWriter } from './write-pose.ts'

/** Speeds are read over this. */
const APART_MS = 4
/** A room lets nobody's stamps go back so far: its clock began anew. */
const OTHER_CLOCK_MS = 2000
/** A pause is longer than this many intervals. */
const PAUSE_INTERVALS = 2.5

const before = poseMotion()
const after = poseMotion()

/** One other person: their samples come in, what is shown of them goes out. */
export interface PersonTrack {
  readonly pose: PlayedPose
  /** False while a moving person's samples are late. */
  readonly fresh: boolean
  /** A sample, in order; of a message's last one also the session time at which it came. */
  hear(sample: PoseSample, arrivalMs: number | null): void
  /** Shows the moment that is due at a session time. False until there is something to show. */
  step(sessionMs: number): boolean
  /** The session time of what is shown, ms. */
  readonly atMs: number
}

export function createPersonTrack(): PersonTrack {
  const ring = createSampleRing()
  const playout = createPlayout()
  const settle = createSettle()
  const writer = createPoseWriter()
  const shown = new Float64Array(LAYOUT_SIZE)
  let shownParts = 0
  let sessionBefore = Number.NaN
  let cut = false

  const newestMs = () => ring.timeMs(ring.count - 1)
  function look(into: typeof before, atMs: number) {
    evaluate(ring, atMs - APART_MS, into.earlier)
    into.parts = evaluate(ring, atMs, into.now)
  }

  function beginAnew() {
    ring.clear()
    settle.forget(-1)
    sessionBefore = Number.NaN
    cut = true
  }

  /** Somebody who stood still until now did not glide here since. */
  function endPause(timeMs: number) {
    const untilMs = timeMs - playout.intervalMs
    if (untilMs - newestMs() > (PAUSE_INTERVALS - 1) * playout.intervalMs && isStill(ring))
      ring.repeat(untilMs)
  }

  function take(sample: PoseSample) {
    const leaps = ring.count > 0 && isLeap(ring, sample)
    if (ring.count > 0) endPause(sample.timeMs)
    ring.push(sample, leaps)
  }

  /** What is shown stays, whatever the new sample says of the moment shown. */
  function takeSmoothly(sample: PoseSample) {
    const { atMs } = playout
    look(before, atMs)
    take(sample)
    const late = (ring.parts(ring.count - 1) & CUT) !== 0 && atMs >= sample.timeMs
    if (late) {
      settle.forget(-1)
      cut = true
      return
    }
    look(after, atMs)
    settle.absorb(before, after, APART_MS)
  }

  function passedCut(fromMs: number, toMs: number): boolean {
    for (let i = ring.count - 1; i >= 0 && ring.timeMs(i) > fromMs; i -= 1)
      if (ring.timeMs(i) <= toMs && (ring.parts(i) & CUT) !== 0) return true
    return false
  }

  return {
    pose: writer.pose,
    get fresh() {
      return playout.atMs - newestMs() <= BEYOND_MS || isStill(ring)
    },
    get atMs() {
      return playout.atMs
    },
    hear(sample, arrivalMs) {
      if (arrivalMs !== null) playout.heard(sample.timeMs, arrivalMs)
      if (ring.count > 0 && sample.timeMs < newestMs() - OTHER_CLOCK_MS) beginAnew()
      if (ring.count > 0 && sample.timeMs <= newestMs()) return
      const shapes = ring.count < 2 || playout.atMs > ring.timeMs(ring.count - 2)
      if (Number.isNaN(sessionBefore) || !shapes) take(sample)
      else takeSmoothly(sample)
    },
    step(sessionMs) {
      if (ring.count === 0) return false
      const first = Number.isNaN(sessionBefore)
      const wasMs = playout.atMs
      const atMs = playout.advance(sessionMs)
      if (first && atMs < ring.timeMs(0)) return false
      if (!first && playout.jumped) {
        look(before, wasMs)
        look(after, atMs)
        settle.absorb(before, after, APART_MS)
      }
      if (!first && passedCut(wasMs, atMs)) {
        settle.forget(-1)
        cut = true
      }
      const parts = evaluate(ring, atMs, shown)
      settle.forget(parts ^ shownParts)
      settle.fade(first ? 0 : sessionMs - sessionBefore)
      settle.apply(shown)
      writer.write(shown, parts, cut)
      cut = false
      shownParts = parts
      sessionBefore = sessionMs
      return true
    },
  }
}
