import fc from 'fast-check'
import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import {
  addTurn,
  angleBetween,
  differenceInto,
  multiply,
  multiplyInverse,
  slerp,
  turn,
} from './flat-rotations.ts'

const seed = 20_261_123
const part = fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1000)
const rotation = fc
  .tuple(part, part, part, part)
  .filter(([x, y, z, w]) => Math.hypot(x, y, z, w) > 0.1)
  .map(([x, y, z, w]) => new Quaternion(x, y, z, w).normalize())
const flat = (q: Quaternion) => Float64Array.from(q.toArray())
const apart = (a: Float64Array, b: Quaternion) => angleBetween(a, 0, flat(b), 0)

test('MOT-22 slerp goes the short way at a steady rate', () => {
  fc.assert(
    fc.property(rotation, rotation, part.map(Math.abs), (a, b, u) => {
      const out = new Float64Array(4)
      slerp(flat(a), 0, flat(b), 0, u, out, 0)
      const whole = angleBetween(flat(a), 0, flat(b), 0)
      expect(whole).toBeLessThan(Math.PI + 1e-9)
      expect(angleBetween(flat(a), 0, out, 0)).toBeCloseTo(u * whole, 4)
      expect(Math.hypot(...out)).toBeCloseTo(1, 9)
    }),
    { seed },
  )
})

test('the flat operations agree with three', () => {
  fc.assert(
    fc.property(rotation, rotation, fc.tuple(part, part, part), (a, b, v) => {
      const out = new Float64Array(4)
      multiply(flat(a), 0, flat(b), 0, out, 0)
      expect(apart(out, a.clone().multiply(b))).toBeLessThan(1e-7)
      multiplyInverse(flat(a), 0, flat(b), 0, out, 0)
      expect(apart(out, a.clone().invert().multiply(b))).toBeLessThan(1e-7)
      const vector = Float64Array.from(v)
      turn(flat(a), 0, vector, 0)
      const there = new Vector3(...v).applyQuaternion(a)
      expect(there.distanceTo(new Vector3().fromArray(vector))).toBeLessThan(1e-9)
      turn(flat(a), 0, vector, 0, true)
      expect(new Vector3(...v).distanceTo(new Vector3().fromArray(vector))).toBeLessThan(1e-9)
    }),
    { seed },
  )
})

test('a difference added to what it differs from gives the other', () => {
  fc.assert(
    fc.property(rotation, rotation, (a, b) => {
      const difference = new Float64Array(3)
      const back = flat(b)
      differenceInto(flat(a), 0, back, 0, difference, 0)
      addTurn(difference, 0, back, 0)
      expect(apart(back, a)).toBeLessThan(1e-6)
    }),
    { seed },
  )
})
