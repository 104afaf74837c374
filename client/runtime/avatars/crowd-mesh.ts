import { InstancedBufferAttribute, InstancedMesh } from 'three'
import type { BufferGeometry, Color, Matrix4, MeshStandardMaterial } from 'three'

/** One shape for many people in one draw call. Filled anew each frame, farthest person first. */
export interface CrowdMesh {
  readonly mesh: InstancedMesh
  begin(): void
  add(at: Matrix4, tint: Color, opacity: number, tile: number, light: number): void
  end(): void
  dispose(): void
}

/** @param geometry is the caller's; its instanced attributes are set here */
export function createCrowdMesh(
  geometry: BufferGeometry,
  material: MeshStandardMaterial,
  capacity: number,
): CrowdMesh {
  const own = geometry.clone()
  const tints = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4)
  const states = new InstancedBufferAttribute(new Float32Array(capacity * 2), 2)
  own.setAttribute('iTint', tints)
  own.setAttribute('iState', states)
  const mesh = new InstancedMesh(own, material, capacity)
  mesh.frustumCulled = false
  mesh.renderOrder = -1
  mesh.matrixAutoUpdate = false
  let count = 0
  return {
    mesh,
    begin() {
      count = 0
    },
    add(at, tint, opacity, tile, light) {
      if (count === capacity) return
      mesh.setMatrixAt(count, at)
      tints.setXYZW(count, tint.r, tint.g, tint.b, opacity)
      states.setXY(count, tile, light)
      count++
    },
    end() {
      mesh.count = count
      mesh.visible = count > 0
      if (count === 0) return
      mesh.instanceMatrix.needsUpdate = true
      tints.needsUpdate = true
      states.needsUpdate = true
    },
    dispose() {
      mesh.removeFromParent()
      mesh.dispose()
      own.dispose()
    },
  }
}
