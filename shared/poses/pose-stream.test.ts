import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTrackedPose, poseError } from '#shared/protocol/tracked-pose.fixture.ts'
import type { RigidPose } from '#shared/protocol/tracked-pose.ts'
import { withHands } from './moving-hands.fixture.ts'
import { createPoseDecoder, type PoseRead } from './pose-decoder.ts'
import { createPoseEncoder } from './pose-encoder.ts'
import type { PoseSample } from './pose-sample.ts'
import { bodyAt, recordings } from './recorded-motion.fixture.ts'

const seed = 20_261_123
const head: RigidPose = { position: [0, 1.6, 0], rotation: [0, 0, 0, 1] }
const standing = (timeMs: number): PoseSample => ({
  timeMs,
  discontinuity: false,
  head,
  left: null,
  right: null,
})

function accepted(read: PoseRead) {
  if (!read.ok) throw new Error(read.reason)
  return structuredClone(read)
}

/** Compared by hand: ten thousands of `expect`s take their time. */
function expectClose(sent: PoseSample, got: PoseSample) {
  const { millimetres, degrees, jointDegrees, trigger, scale } = poseError(sent, got)
  const inBounds =
    millimetres <= 0.87 && degrees <= 0.28 && jointDegrees <= 0.28 && trigger <= 0.002 && scale <= 0.004
  const exact = sent.timeMs === got.timeMs && sent.discontinuity === got.discontinuity
  if (!inBounds || !exact) expect(got).toEqual(sent)
}

/** Somebody's samples since the last flush: anything at all, or a stretch of recorded motion with or without joints. */
const anySamples: fc.Arbitrary<(atMs: number) => PoseSample[]> = fc.oneof(
  fc.array(anyTrackedPose, { minLength: 1, maxLength: 2 }).map((poses) => () => poses),
  fc
    .record({
      count: fc.integer({ min: 1, max: 6 }),
      hands: fc.boolean(),
      who: fc.integer({ min: 0, max: recordings.length - 1 }),
    })
    .map(
      ({ count, hands, who }) =>
        (atMs: number) =>
          Array.from({ length: count }, (_, nth) => {
            const timeMs = (atMs + nth * 12) % 2 ** 32
            const body = { ...bodyAt(recordings[who]!, timeMs), timeMs }
            return hands ? withHands(body, timeMs) : body
          }),
    ),
)
const slots = [0, 1, 2, 3, 700, 1023]
const anySlot = fc.constantFrom(...slots)
const flush = fc.record({
  puts: fc.array(fc.tuple(anySlot, anySamples), { maxLength: 4 }),
  drops: fc.array(anySlot, { maxLength: 1 }),
  flushed: fc.subarray(slots, { minLength: 3 }),
  /** By each of three receivers. */
  missed: fc.tuple(fc.boolean(), fc.boolean(), fc.constant(false)),
})

test('SHARE-1 SHARE-2 SHARE-3 whatever happens in a room, who has every frame since a key has the samples that were put', () => {
  fc.assert(
    fc.property(fc.array(flush, { minLength: 1, maxLength: 25 }), (history) => {
      const encoder = createPoseEncoder()
      const receivers = [0, 1, 2].map(() => ({ decoder: createPoseDecoder(), needsKey: true }))
      const shown = new Map<number, PoseSample>()
      const waiting = new Map<number, PoseSample[]>()
      let atMs = 4_294_967_000
      for (const { puts, drops, flushed, missed } of history) {
        atMs = (atMs + 50) % 2 ** 32
        for (const id of drops) {
          encoder.drop(id)
          waiting.delete(id)
        }
        const gone = drops.filter((id) => shown.delete(id))
        for (const [id, samples] of puts)
          for (const sample of samples(atMs)) {
            encoder.put(id, sample)
            waiting.set(id, [...(waiting.get(id) ?? []), sample].slice(-4))
          }
        const told = flushed.flatMap((id) => (waiting.get(id) ?? []).map((sample) => ({ slot: id, sample })))
        for (const { slot: id, sample } of told) {
          shown.set(id, sample)
          waiting.delete(id)
        }
        const frame = encoder.frame(flushed, atMs)
        expect(frame === null).toBe(told.length + gone.length === 0)
        const key = encoder.key(atMs)
        expect(encoder.key(atMs)).toEqual(key)
        for (const [nth, receiver] of receivers.entries()) {
          if (missed[nth]) {
            receiver.needsKey ||= frame !== null
            continue
          }
          if (receiver.needsKey) {
            const { samples, atMs: at } = accepted(receiver.decoder.read(key))
            expect(at).toBe(atMs)
            expect(samples.map(({ slot: id }) => id).sort((a, b) => a - b)).toEqual(
              [...shown.keys()].sort((a, b) => a - b),
            )
            for (const { slot: id, sample } of samples) expectClose(shown.get(id)!, sample)
            receiver.needsKey = false
          } else if (frame) {
            const read = accepted(receiver.decoder.read(frame))
            expect({ atMs: read.atMs, gone: read.gone }).toEqual({ atMs, gone })
            expect(read.samples.map(({ slot: id }) => id)).toEqual(told.map(({ slot: id }) => id))
            for (const [index, { sample }] of read.samples.entries()) expectClose(told[index]!.sample, sample)
          }
        }
      }
    }),
    { seed, numRuns: 300 },
  )
})

test('SHARE-3 a key after frames were missed tells who is gone meanwhile', () => {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  encoder.put(1, standing(10))
  encoder.put(2, standing(10))
  encoder.frame([1, 2], 20)
  expect(accepted(decoder.read(encoder.key(20))).samples).toHaveLength(2)
  encoder.drop(1)
  encoder.frame([], 40)
  expect(accepted(decoder.read(encoder.key(60)))).toMatchObject({ gone: [1], samples: [{ slot: 2 }] })
})

test('SHARE-4 a delta without its predecessors is refused, and so is everything until a key', () => {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  const next = (timeMs: number) => {
    encoder.put(5, standing(timeMs))
    return encoder.frame([5], timeMs)!
  }
  expect(decoder.read(next(10))).toEqual({ ok: false, reason: 'needs-key' })
  accepted(decoder.read(encoder.key(10)))
  accepted(decoder.read(next(20)))
  const missed = next(30)
  expect(decoder.read(next(40))).toEqual({ ok: false, reason: 'needs-key' })
  expect(decoder.read(missed)).toEqual({ ok: false, reason: 'needs-key' })
  accepted(decoder.read(encoder.key(40)))
  accepted(decoder.read(next(50)))
  expect(decoder.read(encoder.key(50).subarray(0, 12))).toEqual({ ok: false, reason: 'malformed' })
  expect(decoder.read(next(60))).toEqual({ ok: false, reason: 'needs-key' })
})

test('SHARE-5 of more than four samples that wait the oldest are lost; slots outside 0 … 1023 are a fault', () => {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  accepted(decoder.read(encoder.key(0)))
  for (let timeMs = 10; timeMs <= 70; timeMs += 10) encoder.put(9, standing(timeMs))
  const { samples } = accepted(decoder.read(encoder.frame([9, 9], 75)!))
  expect(samples.map(({ sample }) => sample.timeMs)).toEqual([40, 50, 60, 70])
  expect(encoder.frame([9], 80)).toBeNull()
  for (const slot of [-1, 1024, 1.5, Number.NaN])
    expect(() => encoder.put(slot, standing(0))).toThrow(RangeError)
})

test('SHARE-6 a slot that is left and taken again within one flush has no past', () => {
  const encoder = createPoseEncoder()
  const decoder = createPoseDecoder()
  encoder.put(3, standing(10))
  encoder.frame([3], 10)
  accepted(decoder.read(encoder.key(10)))
  encoder.drop(3)
  encoder.put(3, { ...standing(20), head: { ...head, position: [500, 2, -500] } })
  const read = accepted(decoder.read(encoder.frame([3], 25)!))
  expect(read.gone).toEqual([3])
  expect(read.samples).toMatchObject([{ slot: 3, sample: { head: { position: [500, 2, -500] } } }])
})
