import {
  BackSide,
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  Ray,
  Raycaster,
  SphereGeometry,
  TorusKnotGeometry,
  Vector3,
} from 'three'
import type { Object3D } from 'three'
import { expect, test } from 'vitest'
import { boxOf } from '../interaction/pick.ts'
import type { Target } from '../interaction/pick.ts'
import { seededRandom } from './random.fixture.ts'
import { createSpot } from './spot.ts'
import { createSurfaceProbe } from './surface-probe.ts'
import { createTriangleTree } from './triangle-tree.ts'

const target = (object: Object3D): Target => ({
  id: object.name,
  object,
  box: boxOf(object) ?? expect.fail(),
  priority: 0,
})
function someRay(random: () => number, far: number): Ray {
  const point = () => new Vector3(random() - 0.5, random() - 0.5, random() - 0.5)
  const origin = point().setLength(far)
  return new Ray(origin, point().sub(origin).normalize())
}

test('DRAW-10 a ray meets the triangle that all of them tried one after the other would give', () => {
  const random = seededRandom(7)
  const loose = new BufferGeometry().setAttribute(
    'position',
    new BufferAttribute(Float32Array.from({ length: 900 }, random), 3),
  )
  const doubled = new BufferGeometry().setAttribute(
    'position',
    new BufferAttribute(new Float32Array(180).fill(0.2), 3),
  )
  for (const geometry of [
    new TorusKnotGeometry(0.5, 0.12, 90, 12),
    new SphereGeometry(0.6, 40, 30),
    loose,
    doubled,
  ])
    for (const side of [0, DoubleSide] as const) {
      const mesh = new Mesh(geometry, new MeshBasicMaterial({ side }))
      const tree = createTriangleTree(geometry)
      for (let i = 0; i < 150; i++) {
        const ray = someRay(random, 2)
        const [nearest] = new Raycaster(ray.origin, ray.direction).intersectObject(mesh)
        const distance = tree.cast(ray, Infinity, side !== DoubleSide)
        if (nearest) expect(distance).toBeCloseTo(nearest.distance, 5)
        else expect(distance).toBe(Infinity)
        if (nearest) expect(tree.cast(ray, distance - 1e-4, side !== DoubleSide)).toBe(Infinity)
      }
    }
})

function room() {
  const root = new Group()
  const walls = new Mesh(new BoxGeometry(6, 3, 6), new MeshBasicMaterial({ side: BackSide }))
  // Walls of a room are triangles that face inwards.
  walls.geometry.scale(-1, 1, 1)
  walls.material.side = 0
  const valve = new Group()
  valve.name = 'valve'
  valve.position.set(0, 0, -1)
  valve.scale.setScalar(0.001)
  const body = new Mesh(new BoxGeometry(200, 200, 200), new MeshBasicMaterial())
  const handle = new Mesh(new BoxGeometry(100, 20, 20), new MeshBasicMaterial())
  handle.name = 'handle'
  handle.position.z = 150
  valve.add(body, handle)
  const sky = new Mesh(new SphereGeometry(0.5), new MeshBasicMaterial({ side: DoubleSide }))
  sky.name = 'sky'
  sky.position.set(0, 0, 1)
  root.add(walls, valve, sky)
  root.updateMatrixWorld(true)
  return { root, valve, handle }
}
const cast = (probe: ReturnType<typeof createSurfaceProbe>, from: Vector3, to: Vector3, except?: string) => {
  const spot = createSpot()
  return probe.cast(new Ray(from, to.clone().sub(from).normalize()), 30, spot, except) ? spot : null
}

test('DRAW-8 DRAW-10 a look meets a part, its thing, or the workplace, with the surface turned to the eye', () => {
  const { root, valve, handle } = room()
  const solids = [target(valve), target(handle)]
  const probe = createSurfaceProbe(root, { solids })
  const eye = new Vector3(0, 0, 2)
  const front = cast(probe, eye, new Vector3(0, 0, -1))
  expect(front?.anchor).toBe('handle')
  expect(front?.distance).toBeCloseTo(2.84, 6)
  expect(front?.normal.toArray().map(Math.round)).toEqual([0, 0, 1])
  const beside = cast(probe, eye, new Vector3(0, 0.08, -1))
  expect(beside?.anchor).toBe('valve')
  expect(cast(probe, eye, new Vector3(0, 0, -1), 'handle')?.anchor).toBe('valve')
  const wall = cast(probe, eye, new Vector3(3, 0, 2))
  expect(wall).toMatchObject({ anchor: '', touches: true })
  expect(wall?.point.x).toBeCloseTo(3, 6)
})

test('DRAW-10 walls from outside, hidden things and the sky are not there; what comes later is', () => {
  const { root, valve, handle } = room()
  const solids = [target(valve)]
  const probe = createSurfaceProbe(root, { solids })
  const outside = new Vector3(0, 0, 9)
  expect(cast(probe, outside, new Vector3(0, 0, -1))?.anchor).toBe('valve')
  valve.visible = false
  expect(cast(probe, outside, new Vector3(0, 0, -1))?.point.z).toBeCloseTo(-3, 6)
  expect(cast(probe, outside, new Vector3(0, 40, 9))).toBeNull()
  valve.visible = true
  solids.push(target(handle))
  expect(cast(probe, outside, new Vector3(0, 0, -1))?.anchor).toBe('handle')
})
