import { DataTexture, FloatType, Matrix4, RGBAFormat } from 'three'
import type { Object3D } from 'three'
import { frameOf } from './anchor-frame.ts'

/** The anchors in use, each a row of four texels: what is drawn on a thing moves with it and is uploaded once. */
export interface Frames {
  texture(): DataTexture
  /** Of the world: 0. */
  row(anchor: string): number
  /** As of the last update; null while there is nothing to be seen of the anchor. */
  matrix(anchor: string): Matrix4 | null
  /** Once a frame, when things are where they are drawn. */
  update(): void
  dispose(): void
}

const FIRST_ROWS = 16

export function createFrames(thing: (anchor: string) => Object3D | undefined): Frames {
  const anchors: { id: string; matrix: Matrix4; present: boolean }[] = []
  const rows = new Map<string, number>()
  const next = new Matrix4()
  let texture = createTexture(FIRST_ROWS)

  function grow() {
    const larger = createTexture(texture.image.height * 2)
    data(larger).set(data(texture))
    texture.dispose()
    texture = larger
  }
  function follow(row: number) {
    const anchor = anchors[row]
    if (!anchor) return
    const object = row === 0 ? undefined : thing(anchor.id)
    const present = row === 0 || object?.visible === true
    if (row === 0) next.identity()
    else if (object && present) frameOf(object, next)
    if (present === anchor.present && (!present || next.equals(anchor.matrix))) return
    anchor.present = present
    anchor.matrix.copy(next)
    for (let i = 0; i < 16; i++) data(texture)[row * 16 + i] = present ? (next.elements[i] ?? 0) : 0
    texture.needsUpdate = true
  }
  function rowOf(id: string) {
    const known = rows.get(id)
    if (known !== undefined) return known
    const row = anchors.length
    if (row === texture.image.height) grow()
    anchors.push({ id, matrix: new Matrix4(), present: false })
    rows.set(id, row)
    follow(row)
    return row
  }

  rowOf('')
  return {
    texture: () => texture,
    row: rowOf,
    matrix(id) {
      const anchor = anchors[rowOf(id)]
      return anchor?.present ? anchor.matrix : null
    },
    update() {
      for (let row = 1; row < anchors.length; row++) follow(row)
    },
    dispose: () => texture.dispose(),
  }
}

/** Rows of zeros: nothing is seen there. */
function createTexture(rows: number): DataTexture {
  const texture = new DataTexture(new Float32Array(rows * 16), 4, rows, RGBAFormat, FloatType)
  texture.needsUpdate = true
  return texture
}

const data = (texture: DataTexture) => texture.image.data as Float32Array
