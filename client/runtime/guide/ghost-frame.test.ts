import fc from 'fast-check'
import { Euler, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import {
  createGhostFrame,
  frameBetween,
  headingOf,
  intoFrame,
  pointIntoFrame,
  rotationIntoFrame,
} from './ghost-frame.ts'
import type { Placed } from './ghost-frame.ts'

// Of doubles fast-check draws most near zero: thousandths are spread out.
const metres = fc.integer({ min: -20_000, max: 20_000 }).map((mm) => mm / 1000)
const angle = fc.integer({ min: -3141, max: 3141 }).map((thousandths) => thousandths / 1000)
const point = fc.tuple(metres, metres, metres).map((at) => new Vector3(...at))
const rotation = fc
  .tuple(angle, angle, angle)
  .map(([x, y, z]) => new Quaternion().setFromEuler(new Euler(x, y, z, 'YXZ')))
const placed = fc.record({ position: point, rotation }) satisfies fc.Arbitrary<Placed>
const frame = fc.tuple(placed, placed).map(([from, to]) => frameBetween(from, to, createGhostFrame()))
const seeded = { seed: 41, numRuns: 500 }

test('GUIDE-21 every distance is kept', () => {
  fc.assert(
    fc.property(frame, point, point, (ghost, a, b) => {
      const before = a.distanceTo(b)
      expect(pointIntoFrame(ghost, a).distanceTo(pointIntoFrame(ghost, b))).toBeCloseTo(before, 9)
    }),
    seeded,
  )
})

test('GUIDE-21 down stays down: heights differ as they did, and what stood upright stands upright', () => {
  fc.assert(
    fc.property(frame, point, point, (ghost, a, b) => {
      const higher = a.y - b.y
      expect(pointIntoFrame(ghost, a).y - pointIntoFrame(ghost, b).y).toBeCloseTo(higher, 9)
      const up = new Vector3(0, 1, 0).applyQuaternion(rotationIntoFrame(ghost, new Quaternion()))
      expect(up.y).toBeCloseTo(1, 12)
    }),
    seeded,
  )
})

test('GUIDE-21 directions turn as places do: nothing is mirrored', () => {
  fc.assert(
    fc.property(frame, point, rotation, (ghost, at, turned) => {
      const tip = new Vector3(0.1, 0.2, -0.3).applyQuaternion(turned).add(at)
      const moved = new Vector3(0.1, 0.2, -0.3)
        .applyQuaternion(rotationIntoFrame(ghost, turned.clone()))
        .add(pointIntoFrame(ghost, at))
      expect(pointIntoFrame(ghost, tip).distanceTo(moved)).toBeLessThan(1e-9)
    }),
    seeded,
  )
})

test('GUIDE-21 joints go where their places go', () => {
  fc.assert(
    fc.property(frame, fc.array(point, { minLength: 1, maxLength: 26 }), (ghost, joints) => {
      const flat = Float32Array.from(joints.flatMap((at) => at.toArray()))
      intoFrame(ghost, flat)
      joints.forEach((at, i) => {
        const moved = new Vector3().fromArray(flat, i * 3)
        expect(moved.distanceTo(pointIntoFrame(ghost, at))).toBeLessThan(2e-5)
      })
    }),
    seeded,
  )
})

test('GUIDE-22 GUIDE-23 what it is anchored to stands on its own, turned about the vertical as it is', () => {
  fc.assert(
    fc.property(placed, placed, (from, to) => {
      const ghost = frameBetween(from, to, createGhostFrame())
      expect(pointIntoFrame(ghost, from.position.clone()).distanceTo(to.position)).toBeLessThan(1e-9)
      const heading = headingOf(from.rotation) + ghost.yaw - headingOf(to.rotation)
      expect(Math.cos(heading)).toBeCloseTo(1, 9)
    }),
    seeded,
  )
})

test('GUIDE-22 by the same thing nothing is moved at all', () => {
  fc.assert(
    fc.property(placed, point, (thing, at) => {
      const ghost = frameBetween(thing, thing, createGhostFrame())
      expect(pointIntoFrame(ghost, at.clone()).distanceTo(at)).toBeLessThan(1e-9)
    }),
    seeded,
  )
})

test('GUIDE-21 a heading is told of what is tilted, and is none for what lies on its back', () => {
  const tilted = new Quaternion().setFromEuler(new Euler(-1.2, 0.8, 0, 'YXZ'))
  expect(headingOf(tilted)).toBeCloseTo(0.8, 9)
  expect(headingOf(new Quaternion(1, 0, 0, 0))).toBe(0)
})
