import fc from 'fast-check'
import { Euler, MathUtils, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { aimOf, createAim } from './aim.ts'
import type { Aim } from './aim.ts'
import { createSteady, steadiness } from './steady.ts'

const HZ = 90
const at = (x: number, yaw = 0, pitch = 0): Aim => ({ position: new Vector3(x, 1.6, 0), yaw, pitch })
const unit = fc.double({ min: -1, max: 1, noNaN: true })
const head = (rotation: Quaternion, position = new Vector3(0, 1.6, 0)) => ({
  position: Float32Array.from(position.toArray()),
  rotation: Float32Array.from(rotation.toArray()),
})
const anyRotation = fc
  .tuple(unit, unit, unit, unit)
  .filter((q) => Math.hypot(...q) > 0.1)
  .map((q) => new Quaternion(...q).normalize())
/** How far the eye's own right is from level. */
const tilt = (rotation: Quaternion) => Math.asin(new Vector3(1, 0, 0).applyQuaternion(rotation).y)
const steepness = (rotation: Quaternion) => Math.asin(new Vector3(0, 0, -1).applyQuaternion(rotation).y)

/** Share of a swing that comes through once it has settled. */
function passes(hz: number): number {
  const steady = createSteady()
  let most = 0
  for (let i = 0; i < 4 * HZ; i += 1) {
    steady.follow(at(Math.sin((2 * Math.PI * hz * i) / HZ)), false, 1 / HZ)
    if (i > 2 * HZ) most = Math.max(most, Math.abs(steady.position.x))
  }
  return most
}

test('EYES-10 however a head is held and moves, the horizon stays level and the eye below 80°', () => {
  fc.assert(
    fc.property(fc.array(anyRotation, { minLength: 1, maxLength: 40 }), (rotations) => {
      const steady = createSteady()
      const aim = createAim()
      for (const rotation of rotations) {
        steady.follow(aimOf(head(rotation), aim), false, 1 / HZ)
        expect(Math.abs(MathUtils.radToDeg(tilt(steady.rotation)))).toBeLessThan(0.01)
        expect(Math.abs(MathUtils.radToDeg(steepness(steady.rotation)))).toBeLessThan(80.01)
      }
    }),
    { seed: 4101, numRuns: 200 },
  )
})

test('EYES-10 a head that looks where it is turned is looked along, tilted or not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      (yaw, pitch, roll) => {
        const rotation = new Quaternion().setFromEuler(new Euler(pitch, yaw, roll, 'YXZ'))
        const steady = createSteady()
        steady.follow(aimOf(head(rotation), createAim()), true, 0)
        const ahead = new Vector3(0, 0, -1)
        const angle = ahead.clone().applyQuaternion(rotation).angleTo(ahead.applyQuaternion(steady.rotation))
        // What the tilt turns sideways of a steep look is not the eye's doing.
        expect(angle).toBeLessThan(Math.abs(roll * Math.sin(pitch)) + 1e-3)
      },
    ),
    { seed: 4102 },
  )
})

test('EYES-11 a tremble hardly comes through', () => {
  expect(passes(4)).toBeLessThanOrEqual(0.14)
  expect(passes(8)).toBeLessThanOrEqual(0.04)
  // It is a filter and no wall: what is slow is followed.
  expect(passes(0.3)).toBeGreaterThan(0.9)
})

test('EYES-11 steady movement is followed a fifth of a second later', () => {
  const steady = createSteady()
  for (let i = 0; i <= 3 * HZ; i += 1) steady.follow(at(i / HZ), false, 1 / HZ)
  expect(3 - steady.position.x).toBeGreaterThan(0.18)
  expect(3 - steady.position.x).toBeLessThan(0.21)
})

test.each([30, 72, 90, 120])('EYES-11 a step is done within 0.4 s and never passed, at %i Hz', (hz) => {
  const steady = createSteady()
  steady.follow(at(0), true, 0)
  for (let i = 1; i <= 2 * hz; i += 1) {
    const before = steady.position.x
    steady.follow(at(1), false, 1 / hz)
    expect(steady.position.x).toBeGreaterThanOrEqual(before)
    expect(steady.position.x).toBeLessThanOrEqual(1)
    if (i >= 0.4 * hz) expect(steady.position.x).toBeGreaterThan(0.9)
  }
})

test('EYES-11 how often it is drawn makes no difference', () => {
  const once = createSteady()
  const often = createSteady()
  for (const eye of [once, often]) eye.follow(at(0, 0, 0), true, 0)
  once.follow(at(1, 0.3, 0.2), false, 0.3)
  for (let i = 0; i < 30; i += 1) often.follow(at(1, 0.3, 0.2), false, 0.01)
  expect(often.position.x).toBeCloseTo(once.position.x, 9)
  expect(often.yaw).toBeCloseTo(once.yaw, 9)
})

test('EYES-12 it never turns faster than 180° a second, and never the long way', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.double({ min: -4, max: 4, noNaN: true }),
          fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        ),
        {
          minLength: 2,
          maxLength: 30,
        },
      ),
      fc.constantFrom(60, 72, 90, 120),
      (looks, hz) => {
        const steady = createSteady()
        for (const [yaw, pitch] of looks)
          for (let i = 0; i < 6; i += 1) {
            const before = [steady.yaw, steady.pitch] as const
            const first = yaw === looks[0]?.[0] && i === 0
            steady.follow(at(0, yaw, pitch), false, 1 / hz)
            if (first) continue
            const most = steadiness.fastestRadPerS / hz + 1e-9
            expect(Math.abs(steady.yaw - before[0])).toBeLessThanOrEqual(most)
            expect(Math.abs(steady.pitch - before[1])).toBeLessThanOrEqual(most)
          }
      },
    ),
    { seed: 4103, numRuns: 100 },
  )
  const short = createSteady()
  short.follow(at(0, 3), true, 0)
  for (let i = 0; i < 2 * HZ; i += 1) short.follow(at(0, -3), false, 1 / HZ)
  expect(short.yaw).toBeCloseTo(2 * Math.PI - 3, 2)
})

test('EYES-12 after a leap it is there at once and stays there', () => {
  const steady = createSteady()
  steady.follow(at(0, 0), true, 0)
  steady.follow(at(5, 2), true, 1 / HZ)
  expect([steady.position.x, steady.yaw]).toEqual([5, 2])
  steady.follow(at(5, 2), false, 1 / HZ)
  expect([steady.position.x, steady.yaw]).toEqual([5, 2])
})
