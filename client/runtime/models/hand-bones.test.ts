import { Matrix4, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { bonesOf, layBones } from './hand-bones.ts'

const ends = [
  [0, 0.07, 0],
  [0, 0, -0.04],
  [0, 0, 0.04],
  [0.02, -0.03, -0.01],
  [-0.05, 0.01, 0.02],
] as const

test.each(ends)(
  'AVT-4 a bone lies from joint to joint (%f %f %f), as thick as it is, not inside out',
  (...to) => {
    const matrices = new Float32Array(32)
    const from = [0.3, 1.2, -0.4] as const
    const positions = Float32Array.from([...from, ...to.map((value, i) => value + (from[i] ?? 0))])
    layBones(bonesOf([[0, 1, 0.01]]), positions, matrices, 1)
    const matrix = new Matrix4().fromArray(matrices, 16)
    const along = new Vector3(...to)
    // The ends of a capsule of 3 long, less its caps.
    const tip = new Vector3(0, 1.5, 0).applyMatrix4(matrix)
    expect(
      tip.distanceTo(new Vector3(...from).addScaledVector(along, 1 + 0.01 / along.length())),
    ).toBeLessThan(1e-6)
    const side = new Vector3(1, 0, 0)
      .applyMatrix4(matrix)
      .distanceTo(new Vector3().setFromMatrixPosition(matrix))
    expect(side).toBeCloseTo(0.01, 6)
    expect(matrix.determinant()).toBeGreaterThan(0)
    expect(matrices.slice(0, 16)).toEqual(new Float32Array(16))
  },
)
