import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Quaternion } from '#shared/scenario/common.ts'
import { decodePoseFrame, encodePoseFrame, MAX_POSE_FRAME_BYTES } from './pose-frame.ts'
import type { HandPose, RigidPose, TrackedPose } from './tracked-pose.ts'

const seed = 20_261_123
const metres = fc.double({ min: -2000, max: 2000, noNaN: true })
const unit = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: -1, max: 1, noNaN: true })))
  .filter((q) => Math.hypot(...q) > 0.01)
  .map((q) => q.map((x) => x / Math.hypot(...q)) as Quaternion)
const rigid: fc.Arbitrary<RigidPose> = fc.record({
  position: fc.tuple(metres, metres, metres),
  rotation: unit,
})
const hand: fc.Arbitrary<HandPose> = fc
  .tuple(rigid, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([pose, trigger]) => ({ ...pose, trigger }))
const tracked: fc.Arbitrary<TrackedPose> = fc.record({
  seq: fc.integer({ min: 0, max: 65_535 }),
  timeMs: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  discontinuity: fc.boolean(),
  head: rigid,
  left: fc.option(hand),
  right: fc.option(hand),
})

function decoded(pose: TrackedPose): TrackedPose {
  const result = decodePoseFrame(encodePoseFrame(pose))
  if (!result.ok) throw new Error(result.detail)
  return result.pose
}

const angleDegrees = (a: Quaternion, b: Quaternion) => {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1
  const chord = Math.hypot(...a.map((x, i) => x - sign * (b[i] ?? 0)))
  return (4 * Math.asin(Math.min(1, chord / 2)) * 180) / Math.PI
}

function expectClose(sent: RigidPose | null, got: RigidPose | null) {
  if (!sent || !got) return expect(got).toBe(sent)
  const millimetres = 1000 * Math.hypot(...sent.position.map((x, i) => x - (got.position[i] ?? 0)))
  expect(millimetres).toBeLessThanOrEqual(0.22)
  expect(angleDegrees(sent.rotation, got.rotation)).toBeLessThanOrEqual(0.07)
}

test('POSE-1 a frame comes back within 0.22 mm and 0.07°, its header and hands exactly', () => {
  fc.assert(
    fc.property(tracked, (pose) => {
      const got = decoded(pose)
      expect(got).toMatchObject({ seq: pose.seq, timeMs: pose.timeMs, discontinuity: pose.discontinuity })
      expectClose(pose.head, got.head)
      expectClose(pose.left, got.left)
      expectClose(pose.right, got.right)
      expect(Math.abs((pose.right?.trigger ?? 0) - (got.right?.trigger ?? 0))).toBeLessThanOrEqual(0.002)
    }),
    { seed, numRuns: 1000 },
  )
})

test('POSE-2 the worst rotations for smallest-three stay within 0.07°', () => {
  for (const signs of [0, 1, 2, 3, 4, 5, 6, 7]) {
    for (let k = 0; k < 500; k++) {
      const near = (i: number) => (signs & (1 << i) ? -0.5 : 0.5) + Math.sin(k * (i + 1) * 12.9898) * 0.01
      const raw = [near(0), near(1), near(2), 0.5] as const
      const length = Math.hypot(...raw)
      const rotation = raw.map((x) => x / length) as Quaternion
      const head = { position: [0, 0, 0] as [number, number, number], rotation }
      const got = decoded({ seq: 0, timeMs: 0, discontinuity: false, head, left: null, right: null })
      expect(angleDegrees(rotation, got.head.rotation)).toBeLessThanOrEqual(0.07)
    }
  }
})

test('POSE-3 passing a frame on (decode, encode) keeps it within the same bounds of what was passed on', () => {
  fc.assert(
    fc.property(tracked, (pose) => {
      const once = decoded(pose)
      const twice = decoded(once)
      expect(twice.head.position).toEqual(once.head.position)
      expectClose(once.head, twice.head)
      expectClose(once.right, twice.right)
    }),
    { seed, numRuns: 500 },
  )
})

test('POSE-4 any bytes give a pose that is all finite, or a refusal; nothing throws', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom(0, 1, 7),
      fc.boolean(),
      (bytes, flags, plausible) => {
        if (plausible && bytes.length > 2) bytes.set([1, flags])
        const result = decodePoseFrame(bytes)
        if (result.ok) {
          const parts = [result.pose.head, result.pose.left, result.pose.right]
          const numbers = parts.flatMap((part) => (part ? [...part.position, ...part.rotation] : []))
          expect(numbers.every(Number.isFinite)).toBe(true)
        } else expect(result.reason).toBe('malformed')
      },
    ),
    { seed, numRuns: 3000 },
  )
})

test('POSE-5 wrong version, unknown flag, short, long and impossible rotation are refused by name', () => {
  const identity: RigidPose = { position: [0, 0, 0], rotation: [0, 0, 0, 1] }
  const good = () =>
    encodePoseFrame({ seq: 1, timeMs: 2, discontinuity: false, head: identity, left: null, right: null })
  const changed = (index: number, ...values: number[]) => {
    const bytes = good().slice()
    bytes.set(values, index)
    return decodePoseFrame(bytes)
  }
  expect(changed(0, 2)).toMatchObject({ ok: false, detail: 'unknown version' })
  expect(changed(1, 8)).toMatchObject({ ok: false, detail: 'unknown flags' })
  expect(changed(17, 0x0f, 0xff, 0xff, 0xff, 0xff)).toMatchObject({ ok: false, detail: 'no rotation' })
  expect(decodePoseFrame(good().subarray(0, 21))).toMatchObject({ ok: false, detail: 'too short' })
  expect(decodePoseFrame(new Uint8Array(MAX_POSE_FRAME_BYTES).fill(1, 0, 1))).toMatchObject({
    detail: 'wrong length',
  })
})
