import { BufferAttribute, BufferGeometry, Color, Vector3 } from 'three'

/** A point for `u` (0..1 towards the figure's right) and `v` (0..1 upwards), seen from outside; metres. */
export type Surface = (u: number, v: number, out: Vector3) => Vector3

export interface Finish {
  /** sRGB; multiplied with the person's own colour by `tint`. */
  colour: number
  /** 0: its own colour, 1: the person's. */
  tint?: number
  roughness?: number
  /** Shines while the person speaks. */
  light?: boolean
  /** Bears the person's mark. */
  mark?: boolean
  /** Darkness in corners that light does not reach, 0..1. */
  shade?: (at: Vector3) => number
  alpha?: (at: Vector3) => number
}

export interface PatchSize {
  across: number
  up: number
  /** Part of the surface, default all of it. */
  u?: readonly [number, number]
  v?: readonly [number, number]
}

const STEP = 1e-3

/** Collects patches of surfaces into one geometry, in the attributes that the figure's material reads. */
export function createSculpture() {
  const positions: number[] = []
  const normals: number[] = []
  const colours: number[] = []
  const finishes: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  const at = new Vector3()
  const normal = new Vector3()
  const colour = new Color()

  return {
    patch(surface: Surface, { across, up, u = [0, 1], v = [0, 1] }: PatchSize, finish: Finish): void {
      const first = positions.length / 3
      const { tint = 0, roughness = 0.7, light = false, mark = false, shade, alpha } = finish
      for (let row = 0; row <= up; row++)
        for (let column = 0; column <= across; column++) {
          const x = u[0] + ((u[1] - u[0]) * column) / across
          const y = v[0] + ((v[1] - v[0]) * row) / up
          surface(x, y, at)
          positions.push(at.x, at.y, at.z)
          colour.set(finish.colour).multiplyScalar(1 - (shade?.(at) ?? 0))
          colours.push(colour.r, colour.g, colour.b, alpha?.(at) ?? 1)
          normalAt(surface, x, y, normal)
          normals.push(normal.x, normal.y, normal.z)
          finishes.push(tint, roughness, Number(light), Number(mark))
          uvs.push(1 - column / across, row / up)
        }
      const width = across + 1
      for (let row = 0; row < up; row++)
        for (let column = 0; column < across; column++) {
          const a = first + row * width + column
          indices.push(a, a + width, a + 1, a + 1, a + width, a + width + 1)
        }
    },
    finish(): BufferGeometry {
      const attribute = (values: number[], size: number) =>
        new BufferAttribute(new Float32Array(values), size)
      return new BufferGeometry()
        .setAttribute('position', attribute(positions, 3))
        .setAttribute('normal', attribute(normals, 3))
        .setAttribute('color', attribute(colours, 4))
        .setAttribute('aFinish', attribute(finishes, 4))
        .setAttribute('uv', attribute(uvs, 2))
        .setIndex(indices)
    },
  }
}
export type Sculpture = ReturnType<typeof createSculpture>

const before = new Vector3()
const after = new Vector3()
const alongU = new Vector3()

function normalAt(surface: Surface, u: number, v: number, out: Vector3): void {
  // A little off the poles, where a direction across is lost.
  const y = Math.min(1 - 2 * STEP, Math.max(2 * STEP, v))
  surface(u + STEP, y, after)
  surface(u - STEP, y, before)
  alongU.subVectors(after, before)
  surface(u, y + STEP, after)
  surface(u, y - STEP, before)
  out.subVectors(after, before).cross(alongU).normalize()
}
