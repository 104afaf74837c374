import { Ray, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { createSpot, goOnAlong } from './spot.ts'
import type { Spot } from './spot.ts'

const eye = new Vector3(0, 1.6, 0)
function spotAt(
  x: number,
  y: number,
  z: number,
  normal: readonly [number, number, number],
  touches = true,
): Spot {
  const spot = createSpot()
  spot.point.set(x, y, z)
  spot.normal.set(...normal).normalize()
  spot.touches = touches
  spot.distance = spot.point.distanceTo(eye)
  return spot
}
function goOn(last: Spot, next: Spot): Spot {
  const ray = new Ray(eye.clone(), next.point.clone().sub(eye).normalize())
  goOnAlong(last, ray.origin, ray.direction, next)
  return next
}

test('DRAW-8 a line follows floor and wall however steeply they are looked at', () => {
  const floor = goOn(spotAt(0, 0, -4, [0, 1, 0]), spotAt(0, 0, -6, [0, 1, 0]))
  expect(floor.point.toArray()).toEqual([0, 0, -6])
  const round = goOn(spotAt(0, 1, -2, [0, 0, 1]), spotAt(0.1, 1, -2.1, [1, 0, 1]))
  expect(round.point.x).toBe(0.1)
})

test('DRAW-8 over an edge it goes on in the plane it was in, towards where is pointed', () => {
  const last = spotAt(0.3, 1, -2, [0, 0, 1])
  const behind = goOn(last, spotAt(0.9, 0.9, -5, [0, 0, 1]))
  expect(behind.point.z).toBeCloseTo(-2, 9)
  expect(behind.point.x / behind.point.z).toBeCloseTo(0.9 / -5, 9)
  const before = goOn(last, spotAt(0.1, 1.3, -1, [0, 0, 1]))
  expect(before.point.z).toBeCloseTo(-2, 9)
})

test('DRAW-8 where the plane is looked along, it goes on as far away as it was', () => {
  const last = spotAt(1, 1.6, -3, [1, 0, 0])
  const next = goOn(last, spotAt(0.2, 2.4, -9, [0, 0, 1]))
  expect(next.point.distanceTo(eye)).toBeCloseTo(last.distance, 9)
})

test('DRAW-8 what was begun in the air lands where something is met', () => {
  const next = goOn(spotAt(0, 1.6, -1.5, [0, 0, 1], false), spotAt(0, 1.6, -1.2, [0, 0, 1]))
  expect(next.point.z).toBe(-1.2)
})
