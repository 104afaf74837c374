import { InstancedBufferAttribute, InstancedMesh } from 'three'
import type { BufferGeometry, Color, Matrix4, MeshStandardMaterial } from 'three'

/** How one instance looks. Handed over as an object: numbers given to a function are boxed. */
export interface Dress {
  readonly tint: Color
  opacity: number
  tile: number
  light: number
}

/** One shape for many people in one draw call. Filled anew each frame, farthest person first. */
export interface CrowdMesh {
  readonly mesh: InstancedMesh
  /** Sixteen numbers for each instance. */
  readonly matrices: Float32Array
  begin(): void
  add(at: Matrix4, dress: Dress): void
  /** Room for some that the caller places in `matrices`; returns the first, −1 when there is no room. */
  take(count: number, dress: Dress): number
  end(): void
  dispose(): void
}

export function createCrowdMesh(
  geometry: BufferGeometry,
  material: MeshStandardMaterial,
  capacity: number,
): CrowdMesh {
  const tints = new Float32Array(capacity * 4)
  const states = new Float32Array(capacity * 2)
  const attributes = [
    new InstancedBufferAttribute(tints, 4),
    new InstancedBufferAttribute(states, 2),
  ] as const
  geometry.setAttribute('iTint', attributes[0]).setAttribute('iState', attributes[1])
  const mesh = new InstancedMesh(geometry, material, capacity)
  mesh.frustumCulled = false
  mesh.renderOrder = -1
  mesh.matrixAutoUpdate = false
  const matrices = mesh.instanceMatrix.array as Float32Array
  let count = 0

  function take(more: number, { tint, opacity, tile, light }: Dress): number {
    if (count + more > capacity) return -1
    const first = count
    count += more
    for (let i = first; i < count; i++) {
      tints[i * 4] = tint.r
      tints[i * 4 + 1] = tint.g
      tints[i * 4 + 2] = tint.b
      tints[i * 4 + 3] = opacity
      states[i * 2] = tile
      states[i * 2 + 1] = light
    }
    return first
  }

  return {
    mesh,
    matrices,
    take,
    begin() {
      count = 0
    },
    add({ elements }, dress) {
      const at = take(1, dress) * 16
      if (at >= 0) for (let i = 0; i < 16; i++) matrices[at + i] = elements[i] ?? 0
    },
    end() {
      mesh.count = count
      mesh.visible = count > 0
      if (count === 0) return
      mesh.instanceMatrix.needsUpdate = true
      for (const attribute of attributes) attribute.needsUpdate = true
    },
    dispose() {
      mesh.removeFromParent()
      mesh.dispose()
      geometry.dispose()
    },
  }
}
