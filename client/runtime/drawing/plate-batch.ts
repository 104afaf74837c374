import type { Color, ShaderMaterial } from 'three'
import type { Tile } from './plate-tiles.ts'
import { createRecordMesh } from './record-mesh.ts'
import type { RecordMesh } from './record-mesh.ts'

/** How one plate stands. */
export interface PlatePlace {
  /** Of the anchor. */
  row: number
  /** Ems between the point and the plate's lower edge, in eighths. */
  lift: number
  color: number
  hot: boolean
  mark: Color
  /** Seconds from which on it is there. */
  born: number
}

/** All plates. */
export interface PlateBatch {
  readonly meshes: RecordMesh['meshes']
  readonly length: number
  rewind(length: number): void
  /** At the point with this index among flat mm triples. */
  add(points: ArrayLike<number>, index: number, tile: Tile, place: PlatePlace): void
  flush(): void
  dispose(): void
}

const shape = {
  corners: [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0],
  index: [0, 1, 2, 2, 1, 3],
  attributes: ['iAt', 'iPlate', 'iMark'],
} as const

export function createPlateBatch(
  materials: readonly [front: ShaderMaterial, behind: ShaderMaterial],
): PlateBatch {
  const records = createRecordMesh(shape, materials, 32)
  return {
    meshes: records.meshes,
    get length() {
      return records.length
    },
    rewind: records.rewind,
    add(points, index, tile, place) {
      const at = records.take()
      const { array } = records
      for (let axis = 0; axis < 3; axis++) array[at + axis] = points[index * 3 + axis] ?? 0
      array[at + 3] = place.row
      array[at + 4] = tile.layer
      array[at + 5] = tile.width
      array[at + 6] = tile.height
      array[at + 7] = place.color + 8 * Number(place.hot) + 16 * Math.round(place.lift * 8)
      place.mark.toArray(array, at + 8)
      array[at + 11] = place.born
    },
    flush: records.flush,
    dispose: records.dispose,
  }
}
