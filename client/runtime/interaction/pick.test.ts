import { Box3, BoxGeometry, Mesh, Object3D, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { boxOf, createHit, pickRay, pickSphere } from './pick.ts'
import type { Target } from './pick.ts'

function thing(id: string, at: [number, number, number], size: number, priority = 0, yaw = 0): Target {
  const object = new Object3D()
  object.position.set(...at)
  object.rotation.y = yaw
  object.updateMatrixWorld(true)
  const half = new Vector3(size / 2, size / 2, size / 2)
  return { id, object, box: new Box3(half.clone().negate(), half), priority }
}
const all = () => true
const eye = new Vector3(0, 1.6, 0)
const north = new Vector3(0, 0, -1)
const hit = createHit()

test('RUN-5 the nearest enabled thing on the ray is hit, at its surface', () => {
  const near = thing('near', [0, 1.6, -2], 0.4, 0, 0.7)
  const far = thing('far', [0, 1.6, -4], 0.4)
  const behind = thing('behind', [0, 1.6, 2], 0.4)
  expect(pickRay([far, near, behind], all, eye, north, 0, hit).target?.id).toBe('near')
  expect(hit.distance).toBeGreaterThan(1.7)
  expect(hit.distance).toBeLessThan(2)
  expect(pickRay([far, near], (target) => target.id !== 'near', eye, north, 0, hit).target?.id).toBe('far')
  expect(pickRay([behind], all, eye, north, 0, hit)).toMatchObject({ target: null, distance: Infinity })
})

test('RUN-5 a part wins over the thing it is on, though that is hit first', () => {
  const tool = thing('tool', [0, 1.6, -2], 0.5)
  const pin = thing('pin', [0, 1.6, -1.9], 0.06, 1)
  expect(pickRay([pin, tool], all, eye, north, 0, hit).target?.id).toBe('pin')
  expect(pickRay([tool, pin], all, eye, north, 0, hit).target?.id).toBe('pin')
})

test('RUN-5 slop grows with distance: a point at 3 m is hit 6 cm off its middle, not 9 cm', () => {
  const small = (aside: number) => [thing('small', [aside, 1.6, -3], 0.001)]
  expect(pickRay(small(0.06), all, eye, north, 0.021, hit).target?.id).toBe('small')
  expect(pickRay(small(0.09), all, eye, north, 0.021, hit).target).toBeNull()
})

test('RUN-6 a sphere touches what is within its radius', () => {
  const cup = thing('cup', [0, 1, -0.5], 0.1)
  expect(pickSphere([cup], all, new Vector3(0, 1, -0.38), 0.1, hit).target?.id).toBe('cup')
  expect(pickSphere([cup], all, new Vector3(0, 1, -0.3), 0.1, hit).target).toBeNull()
})

test('the box of an object leaves out named parts and follows the object’s own frame', () => {
  const tool = new Object3D()
  tool.rotation.y = 1
  tool.position.set(3, 1, 0)
  const body = new Mesh(new BoxGeometry(0.2, 0.4, 0.2))
  const pin = new Mesh(new BoxGeometry(2, 0.1, 0.1))
  tool.add(body, pin)
  const size = boxOf(tool, [pin])?.getSize(new Vector3()).toArray() ?? []
  expect(size).toEqual([expect.closeTo(0.2), expect.closeTo(0.4), expect.closeTo(0.2)])
  expect(boxOf(new Object3D())).toBeNull()
})
