import { DoubleSide, Frustum, Matrix4, Sphere, Vector3 } from 'three'
import type { Camera, Material, Mesh, Object3D } from 'three'

/** Keeps a picture within so many draw calls: what looks smallest from there is left out. */
export interface DrawBudget {
  /** Takes what is too much off the camera's layers; returns how many things. */
  fit(root: Object3D, camera: Camera): number
  /** Puts all back. */
  restore(): void
}

interface Drawn {
  object: Object3D
  calls: number
  /** Radians across, about; what is always drawn has Infinity. */
  size: number
  mask: number
}

const frustum = new Frustum()
const matrix = new Matrix4()
const eye = new Vector3()
const sphere = new Sphere()

export function createDrawBudget(most: number): DrawBudget {
  const drawn: Drawn[] = []
  const left: Drawn[] = []
  let count = 0

  function gather(object: Object3D, camera: Camera) {
    if (!object.visible) return
    const { geometry, material } = object as Mesh
    if (geometry && material && object.layers.test(camera.layers)) add(object as Mesh)
    for (const child of object.children) gather(child, camera)
  }

  function add(mesh: Mesh) {
    const always = !mesh.frustumCulled
    if (!always) {
      if (mesh.geometry.boundingSphere === null) mesh.geometry.computeBoundingSphere()
      sphere.copy(mesh.geometry.boundingSphere ?? sphere).applyMatrix4(mesh.matrixWorld)
      if (!frustum.intersectsSphere(sphere)) return
    }
    const entry = (drawn[count] ??= { object: mesh, calls: 0, size: 0, mask: 0 })
    count += 1
    entry.object = mesh
    entry.calls = callsOf(mesh)
    entry.size = always ? Infinity : sphere.radius / Math.max(0.01, eye.distanceTo(sphere.center))
  }

  return {
    fit(root, camera) {
      frustum.setFromProjectionMatrix(
        matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
      )
      eye.setFromMatrixPosition(camera.matrixWorld)
      count = 0
      gather(root, camera)
      let calls = 0
      for (let i = 0; i < count; i += 1) calls += drawn[i]?.calls ?? 0
      left.length = 0
      if (calls <= most) return 0
      const bySize = drawn.slice(0, count).sort((a, b) => a.size - b.size)
      for (const entry of bySize) {
        if (calls <= most) break
        entry.mask = entry.object.layers.mask
        entry.object.layers.mask = 0
        left.push(entry)
        calls -= entry.calls
      }
      return left.length
    },
    restore() {
      for (const { object, mask } of left) object.layers.mask = mask
      left.length = 0
    },
  }
}

function callsOf({ geometry, material }: Mesh): number {
  if (!Array.isArray(material)) return passes(material)
  let calls = 0
  for (const { materialIndex } of geometry.groups) calls += passes(material[materialIndex ?? 0])
  return calls
}

/** Three draws both sides of what is seen through one after the other. */
function passes(material: Material | undefined): number {
  if (!material?.visible) return 0
  return material.transparent && material.side === DoubleSide && !material.forceSinglePass ? 2 : 1
}
