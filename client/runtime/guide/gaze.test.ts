import { Quaternion, Vector3 } from 'three'
import type { Ray } from 'three'
import { expect, test } from 'vitest'
import type { Spot } from '../drawing/spot.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import { createGaze } from './gaze.ts'
import { createPointers } from './pointers.ts'

const FRAME_MS = 1000 / 90
const up = new Vector3(0, 1, 0)
const turned = (yaw: number) => Float32Array.from(new Quaternion().setFromAxisAngle(up, yaw).toArray())

/** A wall 3 m ahead of the origin. */
function wall() {
  const seen = { casts: 0, last: new Vector3() }
  const probe = {
    cast(ray: Ray, _most: number, spot: Spot) {
      seen.casts += 1
      seen.last.copy(ray.direction)
      if (ray.direction.z > -0.1) return false
      spot.distance = (ray.origin.z + 3) / -ray.direction.z
      ray.at(spot.distance, spot.point)
      spot.normal.set(0, 0, 1)
      spot.anchor = ''
      return true
    },
  }
  return { seen, probe }
}
const pose = (more: Partial<PlayedPose> = {}): PlayedPose => ({
  head: { position: Float32Array.of(0, 1.6, 0), rotation: turned(0) },
  left: null,
  right: null,
  gaze: turned(0),
  discontinuity: false,
  ...more,
})
const eye = { eye: new Vector3(2, 1.6, 0), eyeRotation: new Quaternion(), colour: '#ffffff', line: false }

test('GUIDE-1 the mark lies where the look meets the workplace, for at most 15 rays a second', () => {
  const { seen, probe } = wall()
  const gaze = createGaze(probe)
  for (let frame = 0; frame < 180; frame++)
    gaze.update(FRAME_MS / 1000, frame * FRAME_MS, { ...eye, pose: pose({ gaze: turned(0.1) }) })
  expect(seen.casts).toBeGreaterThan(25)
  expect(seen.casts).toBeLessThanOrEqual(31)
  expect(gaze.opacity).toBeGreaterThan(0.5)
  expect(gaze.point.distanceTo(new Vector3(-3 * Math.tan(0.1), 1.6, -3))).toBeLessThan(0.01)
})

test('GUIDE-1 GUIDE-2 it is the gaze that counts, and a leap makes it go at once', () => {
  const { seen, probe } = wall()
  const gaze = createGaze(probe)
  const head = { position: Float32Array.of(0, 1.6, 0), rotation: turned(1.2) }
  for (let frame = 0; frame < 120; frame++)
    gaze.update(FRAME_MS / 1000, frame * FRAME_MS, { ...eye, pose: pose({ head, gaze: turned(-0.2) }) })
  expect(seen.last.x).toBeCloseTo(Math.sin(0.2), 4)
  expect(gaze.opacity).toBeGreaterThan(0.5)
  gaze.update(FRAME_MS / 1000, 121 * FRAME_MS, { ...eye, pose: pose({ discontinuity: true }) })
  expect(gaze.opacity).toBe(0)
})

test('GUIDE-1 nobody’s look costs no rays', () => {
  const { seen, probe } = wall()
  const gaze = createGaze(probe)
  for (let frame = 0; frame < 90; frame++)
    gaze.update(FRAME_MS / 1000, frame * FRAME_MS, { ...eye, pose: null })
  expect([seen.casts, gaze.opacity]).toEqual([0, 0])
})

test('GUIDE-10 a pointing hand’s ray ends where it meets something, and follows the hand each frame', () => {
  const { seen, probe } = wall()
  const pointers = createPointers(probe)
  const hand = {
    position: Float32Array.of(0.2, 1.2, -0.3),
    rotation: turned(0),
    trigger: 1,
    joints: null,
    wrist: { position: new Float32Array(3), rotation: turned(0) },
    scale: 1,
  }
  const look = { pose: pose({ right: hand }), holds: () => false, eye: eye.eye, colour: '#ffffff' }
  for (let frame = 0; frame < 90; frame++) pointers.update(FRAME_MS / 1000, frame * FRAME_MS, look)
  expect(pointers.at).toEqual({ right: '' })
  expect(seen.casts).toBeLessThanOrEqual(16)
  const still = { ...look, holds: () => true }
  for (let frame = 90; frame < 180; frame++) pointers.update(FRAME_MS / 1000, frame * FRAME_MS, still)
  expect(pointers.at).toEqual({})
})
