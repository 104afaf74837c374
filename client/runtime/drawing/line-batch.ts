import type { ShaderMaterial } from 'three'
import { createRecordMesh } from './record-mesh.ts'
import type { RecordMesh } from './record-mesh.ts'

/** What one record draws. `line`: the stretch between its ends; the others stand at its first end. */
export const marks = { line: 0, head: 1, tick: 2, dot: 3, stem: 4, ring: 5 } as const
export type Mark = keyof typeof marks

/** How the next records look. */
export interface LineLook {
  /** Of the anchor. */
  row: number
  color: number
  /** Pointed at. */
  hot: boolean
  /** Seconds from which on they are there, and in which they have grown to their end. */
  bornFrom: number
  bornTo: number
  /** mm along the line at both ends: where its dashes go on. */
  alongFrom: number
  alongTo: number
}

/** All lines of all annotations. */
export interface LineBatch {
  readonly meshes: RecordMesh['meshes']
  readonly look: LineLook
  readonly length: number
  rewind(length: number): void
  /** Between two points of flat mm triples. */
  add(mark: Mark, from: ArrayLike<number>, fromIndex: number, to: ArrayLike<number>, toIndex: number): void
  flush(): void
  dispose(): void
}

/** Two quads, the dark edge (z 0) and the coloured middle (z 1); x: along, y: across. */
const shape = {
  corners: [0, 1].flatMap((layer) => [0, -1, layer, 1, -1, layer, 0, 1, layer, 1, 1, layer]),
  index: [0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7],
  attributes: ['iFrom', 'iTo', 'iSpan'],
} as const

export function createLineBatch(
  materials: readonly [front: ShaderMaterial, behind: ShaderMaterial],
): LineBatch {
  const records = createRecordMesh(shape, materials, 256)
  const look: LineLook = {
    row: 0,
    color: 0,
    hot: false,
    bornFrom: 0,
    bornTo: 0,
    alongFrom: 0,
    alongTo: 0,
  }
  return {
    meshes: records.meshes,
    look,
    get length() {
      return records.length
    },
    rewind: records.rewind,
    add(mark, from, fromIndex, to, toIndex) {
      const at = records.take()
      const { array } = records
      for (let axis = 0; axis < 3; axis++) {
        array[at + axis] = from[fromIndex * 3 + axis] ?? 0
        array[at + 4 + axis] = to[toIndex * 3 + axis] ?? 0
      }
      array[at + 3] = look.row
      array[at + 7] = marks[mark] + 8 * look.color + 64 * Number(look.hot)
      array[at + 8] = look.alongFrom
      array[at + 9] = look.alongTo
      array[at + 10] = look.bornFrom
      array[at + 11] = look.bornTo
    },
    flush: records.flush,
    dispose: records.dispose,
  }
}
