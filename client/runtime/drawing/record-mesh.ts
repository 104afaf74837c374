import {
  BufferAttribute,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
} from 'three'
import type { ShaderMaterial } from 'three'

/**
 * One shape drawn once for each record: in one draw call what is seen of it, in another what lies behind something. Records keep
 * their order: what changed last is written again from there on.
 */
export interface RecordMesh {
  readonly meshes: readonly [front: Mesh, behind: Mesh]
  readonly length: number
  /** A new record's twelve numbers begin here in `array`. Read `array` after this: it may be another one. */
  take(): number
  readonly array: Float32Array
  rewind(length: number): void
  /** Uploads what was written since. */
  flush(): void
  dispose(): void
}

export interface RecordShape {
  corners: readonly number[]
  index: readonly number[]
  /** Of a record, four numbers each. */
  attributes: readonly [string, string, string]
}

const STRIDE = 12

export function createRecordMesh(
  shape: RecordShape,
  materials: readonly [front: ShaderMaterial, behind: ShaderMaterial],
  capacity: number,
): RecordMesh {
  let buffer = createBuffer(capacity)
  let geometry = createGeometry(shape, buffer)
  const meshes = [new Mesh(geometry, materials[0]), new Mesh(geometry, materials[1])] as const
  for (const mesh of meshes) {
    mesh.frustumCulled = false
    mesh.matrixAutoUpdate = false
    mesh.visible = false
  }
  // After all that is solid, and what is behind before it is hidden by what is in front of it of the same kind.
  meshes[0].renderOrder = 2
  meshes[1].renderOrder = 1
  let length = 0
  let changedFrom = Infinity
  let flushed = 0

  function grow() {
    const larger = createBuffer(buffer.count * 2)
    larger.array.set(buffer.array)
    buffer = larger
    geometry.dispose()
    geometry = createGeometry(shape, buffer)
    for (const mesh of meshes) mesh.geometry = geometry
    changedFrom = 0
  }

  return {
    meshes,
    get length() {
      return length
    },
    get array() {
      return buffer.array as Float32Array
    },
    take() {
      if (length === buffer.count) grow()
      changedFrom = Math.min(changedFrom, length)
      return length++ * STRIDE
    },
    rewind(to) {
      length = Math.min(length, to)
    },
    flush() {
      if (length === flushed && changedFrom >= length) return
      flushed = length
      geometry.instanceCount = length
      for (const mesh of meshes) mesh.visible = length > 0
      if (changedFrom < length) {
        buffer.clearUpdateRanges()
        buffer.addUpdateRange(changedFrom * STRIDE, (length - changedFrom) * STRIDE)
        buffer.needsUpdate = true
      }
      changedFrom = Infinity
    },
    dispose() {
      for (const mesh of meshes) {
        mesh.removeFromParent()
        mesh.material.dispose()
      }
      geometry.dispose()
    },
  }
}

function createBuffer(capacity: number): InstancedInterleavedBuffer {
  return new InstancedInterleavedBuffer(new Float32Array(capacity * STRIDE), STRIDE)
}

function createGeometry(
  { corners, index, attributes }: RecordShape,
  buffer: InstancedInterleavedBuffer,
): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3)).setIndex([...index])
  attributes.forEach((name, i) =>
    geometry.setAttribute(name, new InterleavedBufferAttribute(buffer, 4, i * 4)),
  )
  geometry.instanceCount = 0
  return geometry
}
