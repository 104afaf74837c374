import fc from 'fast-check'
import { Object3D, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { findPath } from './find-path.ts'
import { createFloor, slide } from './floor.ts'
import { placeFeet, turnAboutHead } from './rig-moves.ts'
import { ARC_POINTS, throwArc } from './teleport-arc.ts'

// A room of 4 × 4 m with a low table in its middle and a tall cupboard east of it, and a second room behind a wall.
const floor = createFloor(
  {
    walkable: [
      { min: [-2, 0, -2], max: [2, 0, 2] },
      { min: [-2, 0, 3], max: [2, 0, 5] },
    ],
    obstacles: [
      { min: [-0.5, 0, -0.5], max: [0.5, 0.75, 0.5] },
      { min: [1, 0, -0.5], max: [1.4, 2, 0.5] },
    ],
  },
  0.25,
)

test('RUN-1 standing keeps a body’s radius from obstacles and stays on walkable ground', () => {
  expect(floor.canStand(-1.5, 0)).toBe(true)
  expect(floor.canStand(0, 0)).toBe(false)
  expect(floor.canStand(-0.7, 0)).toBe(false)
  expect(floor.canStand(0, 2.5)).toBe(false)
})

test('RUN-1 any walk ends on the floor it began on', () => {
  const step = fc.double({ min: -0.3, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(step, step), { maxLength: 60 }), (steps) => {
      const at = { x: -1.5, z: 1.5 }
      for (const [dx, dz] of steps) slide(floor, at, dx, dz, at)
      expect(floor.canStand(at.x, at.z)).toBe(true)
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('RUN-1 slides along a table, and leaves a place where nobody can stand', () => {
  const at = { x: -0.8, z: 0 }
  slide(floor, at, 0.2, 0.1, at)
  expect(at).toEqual({ x: -0.8, z: 0.1 })
  const stuck = { x: 0, z: 0 }
  slide(floor, stuck, -0.1, 0, stuck)
  expect(stuck.x).toBeCloseTo(-0.1)
})

const landing = { reached: false, valid: false, x: 0, z: 0 }
const aim = (x: number, y: number, z: number) => new Vector3(x, y, z).normalize()
const arc = new Float32Array(ARC_POINTS * 3)

test('RUN-2 lands on free floor, not on a table, behind a cupboard or behind a wall', () => {
  const hand = new Vector3(-1.5, 1.2, 1.5)
  const onFloor = throwArc(hand, aim(0.3, -0.9, -0.2), { x: -1.5, z: 1.5 }, floor, arc, landing)
  expect(onFloor).toMatchObject({ reached: true, valid: true })
  expect(arc[(ARC_POINTS - 1) * 3 + 1]).toBeCloseTo(0)
  const middle = new Vector3(-1.5, 1.2, 0)
  expect(throwArc(middle, aim(1, -0.9, 0), { x: -1.5, z: 0 }, floor, arc, landing)).toMatchObject({
    valid: false,
  })
  expect(floor.isOpenBetween(-1.5, 0, 1.8, 0)).toBe(false)
  const south = new Vector3(-1.5, 1.2, 1.8)
  const behindWall = throwArc(south, aim(0, -0.1, 1), { x: -1.5, z: 1.8 }, floor, arc, landing)
  expect(behindWall).toMatchObject({ reached: true, valid: false })
})

test('RUN-3 a turn keeps the head where it is, wherever it stands in the room', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      (x, z, turn) => {
        const rig = new Object3D()
        const head = new Object3D()
        head.position.set(x, 1.6, z)
        rig.add(head)
        rig.position.set(0.4, 0, 0.9)
        rig.updateMatrixWorld(true)
        const before = head.getWorldPosition(new Vector3())
        turnAboutHead(rig, before, turn)
        expect(head.getWorldPosition(new Vector3()).distanceTo(before)).toBeLessThan(1e-6)
        placeFeet(rig, before, 1, -1)
        expect(head.getWorldPosition(new Vector3()).toArray()).toEqual([
          expect.closeTo(1),
          1.6,
          expect.closeTo(-1),
        ])
      },
    ),
    { seed: 8, numRuns: 200 },
  )
})

test('RUN-4 goes round the table by the shortest way, and knows when there is none', () => {
  const path = findPath(floor, [-1.5, 0], (x, z) => Math.hypot(x - 0.8, z - 1) < 0.15) ?? []
  expect(path.length).toBeGreaterThan(0)
  let [x, z] = [-1.5, 0]
  for (const [nextX, nextZ] of path) {
    for (let i = 1; i <= 20; i++)
      expect(floor.canStand(x + ((nextX - x) * i) / 20, z + ((nextZ - z) * i) / 20)).toBe(true)
    ;[x, z] = [nextX, nextZ]
  }
  expect(findPath(floor, [-1.5, 0], (_, pz) => pz > 3)).toBeNull()
  expect(findPath(floor, [-1.5, 0], () => true)).toEqual([])
})
