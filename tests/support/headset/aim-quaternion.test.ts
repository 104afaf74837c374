import { Quaternion, Vector3 } from 'three'
import { expect, test } from 'vitest'
import type { Vector } from './aim-quaternion.ts'
import { aimQuaternion } from './aim-quaternion.ts'

const targets: Vector[] = [
  [0, 0, -1],
  [0, 0, 1],
  [3, 1, -2],
  [-2, -0.5, 1],
  [0, 2, 0],
]

test.each(targets)('the ray of a hand at (0.2, 1.3, −0.3) meets (%d, %d, %d)', (...to) => {
  const from: Vector = [0.2, 1.3, -0.3]
  const expected = new Vector3(...to).sub(new Vector3(...from)).normalize()
  const ray = new Vector3(0, 0, -1).applyQuaternion(new Quaternion(...aimQuaternion(from, to)))
  expect(ray.distanceTo(expected)).toBeLessThan(1e-9)
})
