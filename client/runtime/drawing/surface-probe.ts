import { DoubleSide, Matrix4, Mesh, Ray, Sphere, Vector3 } from 'three'
import type { BufferGeometry, Material, Object3D } from 'three'
import type { Things } from '../things/things.ts'
import type { Spot } from './spot.ts'
import { createTriangleTree } from './triangle-tree.ts'
import type { TriangleTree } from './triangle-tree.ts'

/** Where a look meets what is seen of the workplace, to the triangle. */
export interface SurfaceProbe {
  /**
   * False, and the spot as it was, when nothing is met within reach. The ray's direction has length 1.
   * @param except a thing that is looked through
   */
  cast(ray: Ray, most: number, spot: Spot, except?: string): boolean
  /** Makes ready for one more part what the first look at it would have to wait for; false when all are. */
  prepare(): boolean
}

interface Part {
  readonly mesh: Mesh
  /** The thing it belongs to; '' for the workplace itself. */
  readonly entity: string
}

/** Made when a look first comes near what they are of, or before. */
const trees = new WeakMap<BufferGeometry, TriangleTree>()

export function createSurfaceProbe(root: Object3D, things: Pick<Things, 'solids'>): SurfaceProbe {
  const local = new Ray()
  const inverse = new Matrix4()
  const sphere = new Sphere()
  const normal = new Vector3()
  let parts: readonly Part[] = []
  let known = -1

  function findParts() {
    if (things.solids.length === known) return
    known = things.solids.length
    parts = partsOf(root, new Map(things.solids.map(({ object, id }) => [object, id])))
  }
  /** Distance in the workplace; `normal` is then turned to where the ray comes from. */
  function castAt({ mesh }: Part, ray: Ray, most: number): number {
    const { geometry, matrixWorld, material } = mesh
    if (!geometry.boundingSphere) geometry.computeBoundingSphere()
    if (!geometry.boundingSphere) return Infinity
    sphere.copy(geometry.boundingSphere).applyMatrix4(matrixWorld)
    if (!ray.intersectsSphere(sphere) || !isShown(mesh, root)) return Infinity
    inverse.copy(matrixWorld).invert()
    local.copy(ray).applyMatrix4(inverse)
    // Made a unit there: a part's scale is how much longer a metre is in its frame.
    const scale = normal.copy(ray.origin).add(ray.direction).applyMatrix4(inverse).distanceTo(local.origin)
    const distance = treeOf(mesh).cast(local, most * scale, isOneSided(material)) / scale
    if (distance < most) {
      normal.copy(treeOf(mesh).normal).transformDirection(matrixWorld)
      if (normal.dot(ray.direction) > 0) normal.negate()
    }
    return distance
  }

  return {
    cast(ray, most, spot, except) {
      findParts()
      let nearest = most
      for (const part of parts) {
        if (except !== undefined && part.entity === except) continue
        const distance = castAt(part, ray, nearest)
        if (distance >= nearest) continue
        nearest = distance
        spot.normal.copy(normal)
        spot.anchor = part.entity
      }
      if (nearest === most) return false
      ray.at(nearest, spot.point)
      spot.distance = nearest
      spot.touches = true
      return true
    },
    prepare() {
      findParts()
      const next = parts.find(({ mesh }) => !trees.has(mesh.geometry))
      if (next) treeOf(next.mesh)
      return next !== undefined
    },
  }
}

function treeOf({ geometry }: Mesh): TriangleTree {
  const tree = trees.get(geometry) ?? createTriangleTree(geometry)
  trees.set(geometry, tree)
  return tree
}

function partsOf(root: Object3D, entities: ReadonlyMap<Object3D, string>): Part[] {
  const parts: Part[] = []
  const visit = (object: Object3D, outer: string) => {
    if (object.name === 'sky') return
    const entity = entities.get(object) ?? outer
    if (object instanceof Mesh) parts.push({ mesh: object, entity })
    for (const child of object.children) visit(child, entity)
  }
  visit(root, '')
  return parts
}

/** Walls seen from outside are not there. */
function isOneSided(material: Material | Material[]): boolean {
  return !Array.isArray(material) && material.side !== DoubleSide
}

function isShown(object: Object3D, root: Object3D): boolean {
  for (let each: Object3D | null = object; each; each = each === root ? null : each.parent)
    if (!each.visible) return false
  return true
}
