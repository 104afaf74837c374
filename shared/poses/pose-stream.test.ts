import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTrackedPose, poseError } from '#shared/protocol/tracked-pose.fixture.ts'
import { createPoseDecoder } from './pose-decoder.ts'
import { createPoseEncoder } from './pose-encoder.ts'

const seed = 20_261_123

test('SHARE-1 any samples come back within the bounds', () => {
  fc.assert(
    fc.property(fc.array(anyTrackedPose, { minLength: 1, maxLength: 6 }), (poses) => {
      const encoder = createPoseEncoder()
      const decoder = createPoseDecoder()
      expect(decoder.read(encoder.key(0)).ok).toBe(true)
      for (const pose of poses) {
        encoder.put(7, pose)
        const read = decoder.read(encoder.frame([7], pose.timeMs)!)
        if (!read.ok) throw new Error(read.reason)
        const got = read.samples[0]!.sample
        expect(got).toMatchObject({ timeMs: pose.timeMs, discontinuity: pose.discontinuity })
        const error = poseError(pose, got)
        expect(error.millimetres).toBeLessThanOrEqual(0.87)
        expect(error.degrees).toBeLessThanOrEqual(0.28)
        expect(error.jointDegrees).toBeLessThanOrEqual(0.28)
        expect(error.trigger).toBeLessThanOrEqual(0.002)
        expect(error.scale).toBeLessThanOrEqual(0.004)
      }
    }),
    { seed, numRuns: 300 },
  )
})
