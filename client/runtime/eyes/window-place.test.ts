import fc from 'fast-check'
import { Euler, MathUtils, Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createWindowPlace, windowPlace, windowWidthM } from './window-place.ts'

const facing = (yaw: number, pitch = 0) => new Quaternion().setFromEuler(new Euler(pitch, yaw, 0, 'YXZ'))
const head = new Vector3(1, 1.65, -2)
const angleFrom = (yaw: number, at: Vector3, from = head) =>
  MathUtils.euclideanModulo(Math.atan2(from.x - at.x, from.z - at.z) - yaw + Math.PI, 2 * Math.PI) - Math.PI
const any = fc.double({ min: -3, max: 3, noNaN: true })

test('EYES-22 it is 40° wide at 1.3 m, a little below the eyes and turned to them', () => {
  expect(MathUtils.radToDeg(2 * Math.atan(windowWidthM / 2 / windowPlace.distanceM))).toBeCloseTo(40)
  fc.assert(
    fc.property(any, fc.double({ min: -1.2, max: 1.2, noNaN: true }), (yaw, pitch) => {
      const place = createWindowPlace()
      place.stay(head, facing(yaw, pitch), null)
      const { position, rotation } = place
      expect(Math.hypot(position.x - head.x, position.z - head.z)).toBeCloseTo(1.3)
      expect(Math.abs(position.y - head.y)).toBeLessThan(0.2)
      const to = head.clone().sub(position).normalize()
      expect(new Vector3(0, 0, 1).applyQuaternion(rotation).angleTo(to)).toBeLessThan(1e-6)
      expect(Math.abs(new Vector3(1, 0, 0).applyQuaternion(rotation).y)).toBeLessThan(1e-9)
      // Beside the view: what one works at stays free.
      expect(Math.abs(angleFrom(yaw, position))).toBeGreaterThan(windowPlace.widthRad / 2 + 0.2)
    }),
    { seed: 4501 },
  )
})

test('EYES-22 it hangs where the task’s panel does not', () => {
  for (const aside of [-0.5, -0.2, 0.2, 0.5]) {
    const place = createWindowPlace()
    const panel = new Vector3(-Math.sin(aside), 0, -Math.cos(aside)).multiplyScalar(1.3).add(head)
    place.stay(head, facing(0), panel)
    expect(Math.sign(angleFrom(0, place.position))).toBe(-Math.sign(aside))
    expect(Math.abs(angleFrom(aside, place.position))).toBeGreaterThan(windowPlace.widthRad)
  }
})

test('EYES-22 it does not go with the head, and comes along when its wearer has gone', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(any, any, any), { maxLength: 30 }), (moves) => {
      const place = createWindowPlace()
      place.stay(head, facing(0), null)
      const before = { position: place.position.clone(), rotation: place.rotation.clone() }
      for (const [x, z, yaw] of moves) {
        const at = head.clone().add(new Vector3(x, 0, z).clampLength(0, 1.19))
        place.stay(at, facing(yaw, x / 3), null)
      }
      expect(place.position.toArray()).toEqual(before.position.toArray())
      expect(place.rotation.toArray()).toEqual(before.rotation.toArray())
    }),
    { seed: 4502 },
  )
  const place = createWindowPlace()
  place.stay(head, facing(0), null)
  const gone = head.clone().add(new Vector3(0, 0, 1.3))
  place.stay(gone, facing(1), null)
  expect(place.position.distanceTo(gone)).toBeLessThan(1.32)
})

test('EYES-22 a hand puts it anywhere within reach of the eyes, and it stays there until it is called', () => {
  fc.assert(
    fc.property(any, any, any, (x, y, z) => {
      const place = createWindowPlace()
      place.stay(head, facing(0), null)
      const to = new Vector3(x, y, z).add(head)
      if (to.distanceTo(head) < 0.01) return
      place.move(to, head)
      const far = place.position.distanceTo(head)
      expect(far).toBeGreaterThan(0.499)
      expect(far).toBeLessThan(3.001)
      const put = place.position.clone()
      place.stay(head, facing(2), null)
      expect(place.position.distanceTo(put)).toBe(0)
      place.comeAlong()
      place.stay(head, facing(2), null)
      expect(Math.hypot(place.position.x - head.x, place.position.z - head.z)).toBeCloseTo(1.3)
    }),
    { seed: 4503 },
  )
})
