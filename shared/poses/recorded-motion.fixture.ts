import type { RigidPose } from '#shared/protocol/tracked-pose.ts'
import type { PoseSample } from './pose-sample.ts'
import { recordedMotion } from './recorded-motion-data.fixture.ts'

/** A head and two controllers of one person, some 89 times a second. */
export interface Recording {
  name: string
  durationMs: number
  timesMs: readonly number[]
  head: readonly RigidPose[]
  left: readonly RigidPose[]
  right: readonly RigidPose[]
}

export const recordings: readonly Recording[] = recordedMotion.map(({ name, timeMs, ...parts }) => {
  const timesMs = summed(timeMs)
  const { head, left, right } = parts
  return {
    name,
    durationMs: timesMs.at(-1) ?? 0,
    timesMs,
    head: part(head),
    left: part(left),
    right: part(right),
  }
})

/** The body at any time from 0 on: the recording to and fro, between two samples on the straight way. */
export function bodyAt({ durationMs, timesMs, ...parts }: Recording, timeMs: number): PoseSample {
  const around = timeMs % (2 * durationMs)
  const at = Math.min(around, 2 * durationMs - around)
  let [low, high] = [0, timesMs.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((timesMs[middle] ?? 0) <= at) low = middle
    else high = middle
  }
  const from = timesMs[low] ?? 0
  const share = (at - from) / ((timesMs[high] ?? 0) - from)
  const between = (samples: readonly RigidPose[]) => mix(samples[low], samples[high], share)
  return {
    timeMs: Math.round(timeMs),
    discontinuity: false,
    head: between(parts.head),
    left: { ...between(parts.left), trigger: 0 },
    right: { ...between(parts.right), trigger: 0 },
    gaze: null,
  }
}

/** `hz` samples a second, as long as the recording runs forward. */
export function samplesOf(recording: Recording, hz: number, offsetMs = 0): PoseSample[] {
  const count = Math.floor(((recording.durationMs - offsetMs) * hz) / 1000)
  return Array.from({ length: count }, (_, nth) => bodyAt(recording, offsetMs + (nth * 1000) / hz))
}

function summed(differences: string): number[] {
  let sum = 0
  return differences.split(' ').map((difference) => (sum += Number(difference)))
}

function part(channels: readonly string[]): RigidPose[] {
  const [x = [], y = [], z = [], qx = [], qy = [], qz = [], qw = []] = channels.map(summed)
  return x.map((_, nth) => ({
    position: [(x[nth] ?? 0) / 1e4, (y[nth] ?? 0) / 1e4, (z[nth] ?? 0) / 1e4],
    rotation: unit([qx[nth] ?? 0, qy[nth] ?? 0, qz[nth] ?? 0, qw[nth] ?? 0]),
  }))
}

function mix(a: RigidPose | undefined, b: RigidPose | undefined, share: number): RigidPose {
  if (!a || !b) throw new RangeError('no such moment')
  const at = (from: number, to: number) => from + (to - from) * share
  const [p, q, r, s] = [a.position, b.position, a.rotation, b.rotation]
  return {
    position: [at(p[0], q[0]), at(p[1], q[1]), at(p[2], q[2])],
    rotation: unit([at(r[0], s[0]), at(r[1], s[1]), at(r[2], s[2]), at(r[3], s[3])]),
  }
}

function unit([x, y, z, w]: RigidPose['rotation']): RigidPose['rotation'] {
  const length = Math.sqrt(x * x + y * y + z * z + w * w)
  return [x / length, y / length, z / length, w / length]
}
