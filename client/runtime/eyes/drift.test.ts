import fc from 'fast-check'
import { Euler, MathUtils, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createDrift, drifting } from './drift.ts'
import type { Drift } from './drift.ts'

const some = fc.double({ min: -3, max: 3, noNaN: true })
const settle = (drift: Drift, seconds = 3) => {
  for (let i = 0; i < seconds * 90; i += 1) drift.update(1 / 90, false)
}
const looking = (yaw: number, pitch: number, roll = 0) =>
  new Quaternion().setFromEuler(new Euler(pitch, yaw, roll, 'YXZ'))
function moved(drift: Drift, yaw: number, rotation: Quaternion) {
  const position = new Vector3(1, 1.6, 2)
  const turned = rotation.clone()
  drift.apply(yaw, position, turned)
  return { way: position.sub(new Vector3(1, 1.6, 2)), turned }
}

test('EYES-50 it is never more than half a metre, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(some, some, fc.boolean()), { maxLength: 20 }), some, (asked, yaw) => {
      const drift = createDrift()
      for (const [x, y, more] of asked) {
        if (more) drift.nudge(x, y)
        else drift.aside(x, y)
        drift.update(0.05, false)
        const { way } = moved(drift, yaw, looking(yaw, 0))
        expect(way.length()).toBeLessThanOrEqual(drifting.farthestM + 1e-9)
        expect(way.y).toBe(0)
      }
    }),
    { seed: 4201 },
  )
})

test('EYES-50 sideways and ahead are those of whom one watches', () => {
  const drift = createDrift()
  drift.aside(1, 0)
  drift.update(0, true)
  expect(moved(drift, Math.PI / 2, looking(Math.PI / 2, 0)).way.z).toBeCloseTo(-0.5)
  drift.aside(0, 0.5)
  drift.update(0, true)
  expect(moved(drift, 0, looking(0, 0)).way.z).toBeCloseTo(-0.25)
})

test('EYES-50 back again it is exactly where it was; nine tenths in 0.32 s; with reduced motion at once', () => {
  const drift = createDrift()
  drift.aside(1, 0)
  drift.look(0.5, 0.2)
  settle(drift)
  expect(drift.away).toBe(true)
  drift.snapBack()
  expect(drift.away).toBe(false)
  for (let i = 0; i < 32; i += 1) drift.update(0.01, false)
  expect(moved(drift, 0, looking(0, 0)).way.length()).toBeLessThan(0.055)
  settle(drift)
  const before = looking(0.3, -0.4, 0.2)
  const { way, turned } = moved(drift, 0.3, before)
  expect(way.toArray()).toEqual([0, 0, 0])
  expect(turned.toArray()).toEqual(before.toArray())
  drift.aside(-1, 0.3)
  drift.update(0, true)
  drift.snapBack()
  drift.update(0, true)
  expect(moved(drift, 0, before).turned.toArray()).toEqual(before.toArray())
})

test('EYES-51 a level eye stays level and never looks past straight up or down', () => {
  fc.assert(
    fc.property(
      some,
      fc.double({ min: -1.39, max: 1.39, noNaN: true }),
      fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 8 }),
      (yaw, pitch, looks) => {
        const drift = createDrift()
        for (const [left, up] of looks) drift.look(left, up)
        settle(drift, 1)
        const { turned } = moved(drift, yaw, looking(yaw, pitch))
        expect(Math.abs(new Vector3(1, 0, 0).applyQuaternion(turned).y)).toBeLessThan(1e-6)
        // Its own up still points up.
        expect(new Vector3(0, 1, 0).applyQuaternion(turned).y).toBeGreaterThan(0)
        const ahead = new Vector3(0, 0, -1).applyQuaternion(turned)
        expect(Math.abs(MathUtils.radToDeg(Math.asin(ahead.y)))).toBeLessThan(85.1)
      },
    ),
    { seed: 4202 },
  )
})
