import { Matrix4, Mesh, Sphere, Vector3 } from 'three'
import type { BufferGeometry, Object3D } from 'three'
import type { Things } from '../things/things.ts'
import type { World } from '../world/load-world.ts'
import { createSurfaceTree } from './surface-tree.ts'
import type { SurfaceTree } from './surface-tree.ts'

/** Where a ray ends. */
export interface Met {
  /** The thing whose surface it is; '' for the workplace itself. */
  entity: string
  distance: number
  readonly point: Vector3
  /** Away from the surface, towards where the ray comes from. */
  readonly normal: Vector3
}

export const createMet = (): Met => ({
  entity: '',
  distance: Infinity,
  point: new Vector3(),
  normal: new Vector3(0, 1, 0),
})

/** The workplace's surfaces as a look, a crosshair or a hand's ray meets them. */
export interface SceneSurfaces {
  /**
   * The nearest surface within `farthest` metres; false for none. `along` has unit length.
   * @param isThrough things that are looked through
   */
  meet(
    from: Vector3,
    along: Vector3,
    farthest: number,
    out: Met,
    isThrough?: (entity: string) => boolean,
  ): boolean
  /** Prepares one more part; call it once a frame until it answers false. */
  prepare(): boolean
}

interface Part {
  readonly mesh: Mesh
  readonly entity: string
}

const ray = new Float64Array(6)
const normal = new Float64Array(3)
const inverse = new Matrix4()
const ball = new Sphere()
const origin = new Vector3()
const direction = new Vector3()
const nobodys = () => false

export function createSceneSurfaces(world: Pick<World, 'static'>, things: Things): SceneSurfaces {
  const trees = new WeakMap<BufferGeometry, SurfaceTree>()
  const still = meshesOf(world.static, () => true)
  const partsOf = new Map<string, readonly Part[]>()
  let prepared = 0

  function treeOf({ geometry }: Mesh): SurfaceTree {
    const known = trees.get(geometry)
    if (known) return known
    geometry.computeBoundingSphere()
    const tree = createSurfaceTree(cornersOf(geometry))
    trees.set(geometry, tree)
    return tree
  }
  /** Its own meshes, less those of things that are part of it. */
  function partsFor(entity: string, object: Object3D): readonly Part[] {
    const known = partsOf.get(entity)
    if (known) return known
    const own = things.childrenOf(entity).map(({ id }) => things.object(id))
    const parts = meshesOf(object, (node) => !own.includes(node)).map((mesh) => ({ mesh, entity }))
    partsOf.set(entity, parts)
    return parts
  }
  function meetMesh(mesh: Mesh, entity: string, from: Vector3, along: Vector3, out: Met): void {
    const { matrixWorld } = mesh
    const tree = treeOf(mesh)
    if (!mesh.geometry.boundingSphere) return
    ball.copy(mesh.geometry.boundingSphere).applyMatrix4(matrixWorld)
    const ahead = origin.subVectors(ball.center, from).dot(along)
    if (ahead < -ball.radius || ahead > out.distance + ball.radius) return
    if (origin.lengthSq() - ahead * ahead > ball.radius * ball.radius) return
    inverse.copy(matrixWorld).invert()
    origin.copy(from).applyMatrix4(inverse).toArray(ray)
    // Not of unit length there: shares of it stay metres here.
    direction.copy(along).add(from).applyMatrix4(inverse).sub(origin).toArray(ray, 3)
    const distance = tree.meet(ray, out.distance, normal)
    if (distance === Infinity) return
    out.distance = distance
    out.entity = entity
    out.normal.fromArray(normal).transformDirection(matrixWorld)
  }

  return {
    meet(from, along, farthest, out, isThrough = nobodys) {
      out.entity = ''
      out.distance = farthest
      for (let i = 0; i < prepared; i++) {
        const mesh = still[i]
        if (mesh) meetMesh(mesh, '', from, along, out)
      }
      for (const { id, object } of things.solids) {
        if (!isShown(object) || isThrough(id)) continue
        for (const { mesh } of partsFor(id, object)) if (mesh.visible) meetMesh(mesh, id, from, along, out)
      }
      out.point.copy(along).multiplyScalar(out.distance).add(from)
      return out.distance < farthest
    },
    prepare() {
      const mesh = still[prepared]
      if (!mesh) return false
      treeOf(mesh)
      prepared += 1
      return true
    },
  }
}

function isShown(object: Object3D): boolean {
  for (let node: Object3D | null = object; node; node = node.parent) if (!node.visible) return false
  return true
}

function meshesOf(root: Object3D, isPart: (node: Object3D) => boolean): Mesh[] {
  const found: Mesh[] = []
  const visit = (node: Object3D) => {
    if (!isPart(node)) return
    if (node instanceof Mesh) found.push(node)
    node.children.forEach(visit)
  }
  visit(root)
  return found
}

/** Three corners a triangle, in the geometry's own frame. */
function cornersOf({ index, attributes }: BufferGeometry): Float32Array {
  const at = attributes['position']
  if (!at) return new Float32Array()
  const count = index ? index.count : at.count
  const corners = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) {
    const vertex = index ? index.getX(i) : i
    corners[i * 3] = at.getX(vertex)
    corners[i * 3 + 1] = at.getY(vertex)
    corners[i * 3 + 2] = at.getZ(vertex)
  }
  return corners
}
