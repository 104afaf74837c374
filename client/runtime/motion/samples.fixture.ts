import { Quaternion, Vector3 } from 'three'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { HandPose } from '#shared/protocol/tracked-pose.ts'
import { createPersonTrack } from './person-track.ts'
import type { PersonTrack } from './person-track.ts'

export const hand = (x: number, y = 1.2, z = -0.4): HandPose => ({
  position: [x, y, z],
  rotation: [0, 0, 0, 1],
  trigger: 0,
})

/** Somebody at x with both hands. */
export function sample(timeMs: number, x: number, change: Partial<PoseSample> = {}): PoseSample {
  return {
    timeMs,
    discontinuity: false,
    head: { position: [x, 1.7, 0], rotation: [0, 0, 0, 1] },
    left: hand(x - 0.2),
    right: hand(x + 0.2),
    ...change,
  }
}

export const yaw = (radians: number) =>
  new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), radians).toArray()

/** Samples 50 ms apart of somebody whose place is told. */
export const moving = (
  seconds: number,
  x: (ms: number) => number,
  change: (ms: number) => Partial<PoseSample> = () => ({}),
) => Array.from({ length: seconds * 20 }, (_, nth) => sample(nth * 50, x(nth * 50), change(nth * 50)))
/** First axis. */
export const x = ({ position }: { position: Float32Array }) => position[0] ?? Number.NaN

interface PlayOptions {
  untilMs?: number
  late?: (nth: number) => number
}

/** Plays samples that take 20 ms to come; `late` says how much longer the nth takes. Shown at 100 Hz. */
export function play(
  samples: readonly PoseSample[],
  show: (track: PersonTrack, nowMs: number) => void,
  { untilMs = (samples.at(-1)?.timeMs ?? 0) + 300, late }: PlayOptions = {},
): PersonTrack {
  const track = createPersonTrack()
  let arrival = 0
  const coming = samples.map((each, nth) => {
    arrival = Math.max(arrival, each.timeMs + 20 + (late?.(nth) ?? 0))
    return { each, arrival }
  })
  for (let nowMs = coming[0]?.arrival ?? 0; nowMs <= untilMs; nowMs += 10) {
    for (let next = coming[0]; next && next.arrival <= nowMs; next = coming[0]) {
      track.hear(next.each, next.arrival)
      coming.shift()
    }
    if (track.step(nowMs)) show(track, nowMs)
  }
  return track
}
