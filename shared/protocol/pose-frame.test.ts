import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Quaternion } from '#shared/scenario/common.ts'
import { nextRandom } from '#shared/kernel/random.ts'
import { decodePoseFrame, encodePoseFrame, MAX_POSE_FRAME_BYTES } from './pose-frame.ts'
import { anyTrackedPose, degreesBetween, poseError } from './tracked-pose.fixture.ts'
import { JOINTS, type HandPose, type RigidPose, type TrackedPose } from './tracked-pose.ts'

const seed = 20_261_123
const identity: RigidPose = { position: [0, 0, 0], rotation: [0, 0, 0, 1] }
const still: TrackedPose = {
  seq: 1,
  timeMs: 2,
  discontinuity: false,
  head: identity,
  left: null,
  right: null,
}
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))

/** Up to four samples that follow each other. */
const packed = fc
  .array(fc.tuple(anyTrackedPose, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 })
  .map((drawn) => {
    const [[{ seq, timeMs }]] = drawn as [[TrackedPose, number]]
    let time = timeMs
    return drawn.map(([pose, step], nth) => {
      if (nth > 0) time = (time + step) % 2 ** 32
      return { ...pose, seq: (seq + nth) & 0xffff, timeMs: time }
    })
  })

function decoded(poses: TrackedPose[]): TrackedPose[] {
  const result = decodePoseFrame(encodePoseFrame(poses))
  if (!result.ok) throw new Error(result.detail)
  return result.poses
}

function expectClose(sent: TrackedPose, got: TrackedPose) {
  expect(got).toMatchObject({ seq: sent.seq, timeMs: sent.timeMs, discontinuity: sent.discontinuity })
  const error = poseError(sent, got)
  expect(error.millimetres).toBeLessThanOrEqual(0.22)
  expect(error.degrees).toBeLessThanOrEqual(0.07)
  expect(error.jointDegrees).toBeLessThanOrEqual(0.28)
  expect(error.trigger).toBeLessThanOrEqual(0.002)
  expect(error.scale).toBeLessThanOrEqual(0.004)
}

test('POSE-1 samples come back within 0.22 mm and 0.07° (joints 0.28°), their order, times and parts exactly', () => {
  fc.assert(
    fc.property(packed, (poses) => {
      const got = decoded(poses)
      expect(got).toHaveLength(poses.length)
      for (const [nth, pose] of poses.entries()) expectClose(pose, got[nth]!)
    }),
    { seed, numRuns: 500 },
  )
})

test('POSE-2 the worst rotations for smallest-three stay within the bounds', () => {
  for (const signs of [0, 1, 2, 3, 4, 5, 6, 7]) {
    for (let k = 0; k < 500; k++) {
      const near = (i: number) => (signs & (1 << i) ? -0.5 : 0.5) + Math.sin(k * (i + 1) * 12.9898) * 0.01
      const raw = [near(0), near(1), near(2), 0.5] as const
      const rotation = raw.map((x) => x / Math.hypot(...raw)) as Quaternion
      const rotations = Float32Array.from({ length: 4 * JOINTS }, (_, i) => rotation[i % 4]!)
      const right: HandPose = { ...identity, trigger: 0, joints: { wrist: identity, rotations, scale: 1 } }
      const [got] = decoded([{ ...still, head: { ...identity, rotation }, right }])
      expect(degreesBetween(rotation, got!.head.rotation)).toBeLessThanOrEqual(0.07)
      expect(degreesBetween(rotation, got!.right!.joints!.rotations)).toBeLessThanOrEqual(0.28)
    }
  }
})

test('POSE-3 samples passed on (decoded, encoded) keep the same bounds of what was passed on', () => {
  fc.assert(
    fc.property(packed, (poses) => {
      const once = decoded(poses)
      const twice = decoded(once)
      for (const [nth, pose] of once.entries()) {
        expect(twice[nth]!.head.position).toEqual(pose.head.position)
        expectClose(pose, twice[nth]!)
      }
    }),
    { seed, numRuns: 300 },
  )
})

describe('POSE-4 any bytes give samples that are all finite, or a refusal; nothing throws', () => {
  const numbersOf = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(numbersOf)
        : []
  const survives = (bytes: Uint8Array) => {
    const result = decodePoseFrame(bytes)
    if (!result.ok) return expect(result.reason).toBe('malformed')
    expect(result.poses.length).toBeLessThanOrEqual(4)
    expect(numbersOf(result.poses).every(Number.isFinite)).toBe(true)
  }

  test('POSE-4 random bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom([1, 7], [2, 1], [2, 4]),
        (bytes, start) => {
          survives(bytes)
          if (bytes.length > 2) bytes.set(start)
          survives(bytes)
        },
      ),
      { seed, numRuns: 3000 },
    )
  })

  test('POSE-4 frames with bits turned, ends cut off or counts forged', () => {
    let state = seed
    const below = (n: number) => {
      const drawn = nextRandom(state)
      state = drawn.state
      return drawn.value % n
    }
    const frames = fc.sample(packed, { seed, numRuns: 50 }).map((poses) => encodePoseFrame(poses))
    for (let n = 0; n < 20_000; n++) {
      const bytes = frames[n % frames.length]!.slice()
      for (let turns = below(4); turns >= 0; turns--) bytes[below(bytes.length)]! ^= 1 << below(8)
      if (below(3) === 0) bytes[1] = below(256)
      survives(below(3) === 0 ? bytes.subarray(0, below(bytes.length)) : bytes)
    }
  })
})

test('POSE-5 what is wrong with a frame is named', () => {
  const changed = (index: number, ...values: number[]) => {
    const bytes = encodePoseFrame([still]).slice()
    bytes.set(values, index)
    return decodePoseFrame(bytes)
  }
  expect(changed(0, 3)).toMatchObject({ ok: false, detail: 'unknown version' })
  expect(changed(1, 0)).toMatchObject({ ok: false, detail: 'wrong count' })
  expect(changed(1, 5)).toMatchObject({ ok: false, detail: 'wrong count' })
  expect(changed(1, 2)).toMatchObject({ ok: false, detail: 'wrong length' })
  expect(changed(8, 64)).toMatchObject({ ok: false, detail: 'unknown flags' })
  expect(changed(8, 8)).toMatchObject({ ok: false, detail: 'joints without a hand' })
  expect(changed(8, 18)).toMatchObject({ ok: false, detail: 'joints without a hand' })
  expect(changed(19, 0x0f, 0xff, 0xff, 0xff, 0xff)).toMatchObject({ ok: false, detail: 'no rotation' })
  expect(decodePoseFrame(new Uint8Array(21))).toMatchObject({ ok: false, detail: 'too short' })
  const long = new Uint8Array(MAX_POSE_FRAME_BYTES)
  long.set(encodePoseFrame([still]))
  expect(decodePoseFrame(long)).toMatchObject({ detail: 'wrong length' })
})

test('POSE-6 version 1, which old clients send, is read as one sample', () => {
  const bytes = fromHex('0105ffff00286beea00f00001900d8dcff3800ec9800881300c01200f0d8ff0258da7da7ff')
  const result = decodePoseFrame(bytes)
  if (!result.ok) throw new Error(result.detail)
  const sent: TrackedPose = {
    seq: 65_535,
    timeMs: 4_000_000_000,
    discontinuity: true,
    head: { position: [1, 1.6, -2.25], rotation: [0, 0.6, 0, 0.8] },
    left: null,
    right: { position: [1.25, 1.2, -2.5], rotation: [0.5, -0.5, 0.5, 0.5], trigger: 1 },
  }
  expect(result.poses).toHaveLength(1)
  expectClose(sent, result.poses[0]!)
  bytes[1]! |= 8
  expect(decodePoseFrame(bytes)).toMatchObject({ ok: false, detail: 'unknown flags' })
})

test('POSE-7 the bytes of version 2 stay what they are', () => {
  const joints = {
    wrist: identity,
    rotations: Float32Array.from({ length: 96 }, (_, i) => (i % 4 === 3 ? 1 : 0)),
    scale: 1,
  }
  const hand: HandPose = { position: [1.25, 1.2, -2.5], rotation: [0.5, -0.5, 0.5, 0.5], trigger: 1 }
  const head: RigidPose = { position: [1, 1.6, -2.25], rotation: [0, 0.6, 0, 0.8] }
  const bytes = encodePoseFrame([
    { ...still, seq: 65_535, timeMs: 4_000_000_000, discontinuity: true, head, right: hand },
    { ...still, seq: 0, timeMs: 4_000_000_017, head, left: { ...hand, joints }, gaze: [0, 0.6, 0, 0.8] },
  ])
  expect(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
    '0202ffff00286bee0500a00f00001900d8dcff3800ec9800881300c01200f0d8ff0258da7da7ff2a11a00f00001900d8dcff3800ec9800881300c01200f0d8ff0258da7da7ff000000000000000000380080080080' +
      'fffdf7df'.repeat(24) +
      '3800ec9800',
  )
})
