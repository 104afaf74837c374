import { Matrix4, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createLabels, plateHeight, plateOpacity } from './labels.ts'
import { EM_SHARE } from './tiles.ts'

const distances = Array.from({ length: 200 }, (_, i) => 0.3 + i * 0.1)
const em = (distance: number) => (plateHeight(distance) * EM_SHARE) / distance

test('AVT-8 the name is 24 dmm high at 1.5 m, still 16 at 5 m, and its angle never grows with distance', () => {
  expect(em(1.5)).toBeCloseTo(0.024, 6)
  expect(em(5)).toBeGreaterThan(0.016)
  distances.reduce((before, distance) => {
    expect(em(distance)).toBeLessThanOrEqual(before + 1e-9)
    return em(distance)
  }, Infinity)
})

test('AVT-8 a plate fades from 13 to 17 m, and before an eye that is all but inside', () => {
  expect([0.3, 0.7, 5, 13, 15, 17].map(plateOpacity)).toEqual([0, 1, 1, 1, 0.5, 0])
})

test('AVT-8 from wherever it is looked at, a plate is upright and reads from left to right', () => {
  const labels = createLabels(1)
  const at = new Vector3(0.4, 1.8, -1)
  const matrix = new Matrix4()
  const [right, up, out] = [new Vector3(), new Vector3(), new Vector3()]
  for (let i = 0; i < 24; i++) {
    const eye = new Vector3(Math.sin(i / 3.8) * 3, 1 + (i % 3) * 0.6, Math.cos(i / 3.8) * 3)
    labels.begin(eye)
    labels.add(at, 1, 2, null, 1)
    labels.end()
    labels.mesh.getMatrixAt(0, matrix)
    matrix.extractBasis(right, up, out)
    const towardsEye = eye.clone().sub(at).normalize()
    expect(out.normalize().dot(towardsEye)).toBeCloseTo(1, 5)
    expect(right.clone().cross(up).dot(out)).toBeGreaterThan(0)
    expect(Math.abs(right.y)).toBeLessThan(1e-6)
    expect(up.y).toBeGreaterThan(0)
    // The eye's own right, for a level gaze at the plate.
    expect(right.dot(new Vector3(0, 1, 0).cross(towardsEye))).toBeGreaterThan(0)
  }
  labels.dispose()
})
