import { Vector3 } from 'three'
import type { BufferGeometry, Ray } from 'three'

/** The triangles of a geometry in boxes within boxes: which one a ray meets first takes microseconds and allocates nothing. */
export interface TriangleTree {
  /**
   * Distance along a ray in the geometry's frame, Infinity when nothing nearer than `most` is met. `normal` is then the triangle's.
   * @param front only from the side that its corners go round counter-clockwise on
   */
  cast(ray: Ray, most: number, front: boolean): number
  readonly normal: Vector3
}

const LEAF = 6
const DEEPEST = 40

export function createTriangleTree(geometry: BufferGeometry): TriangleTree {
  const corners = cornersOf(geometry)
  const count = corners.length / 9
  const order = Uint32Array.from({ length: count }, (_, i) => i)
  const boxes: number[] = []
  /** Of each node first and count of its triangles, or the index of its second child and 0. The first one follows it. */
  const spans: number[] = []
  if (count > 0) build(0, count, 0)
  const waiting = new Uint32Array(DEEPEST + 2)
  const normal = new Vector3()
  const a = new Vector3()
  const b = new Vector3()
  const c = new Vector3()
  const met = new Vector3()

  function build(first: number, end: number, depth: number) {
    const node = spans.length / 2
    const box = boxAround(corners, order, first, end)
    boxes.push(...box)
    spans.push(first, end - first)
    if (end - first <= LEAF || depth === DEEPEST) return
    const middle = halve(corners, order, first, end, longestAxis(box))
    build(first, middle, depth + 1)
    spans[node * 2] = spans.length / 2
    spans[node * 2 + 1] = 0
    build(middle, end, depth + 1)
  }
  function take(triangle: number) {
    a.fromArray(corners, triangle * 9)
    b.fromArray(corners, triangle * 9 + 3)
    c.fromArray(corners, triangle * 9 + 6)
  }

  return {
    normal,
    cast(ray, most, front) {
      let nearest = most
      let hit = -1
      let depth = 0
      if (count > 0) waiting[depth++] = 0
      while (depth > 0) {
        const node = waiting[--depth] ?? 0
        if (enterBox(boxes, node * 6, ray) >= nearest) continue
        const first = spans[node * 2] ?? 0
        const size = spans[node * 2 + 1] ?? 0
        if (size === 0) {
          waiting[depth++] = first
          waiting[depth++] = node + 1
        }
        for (let i = first; i < first + size; i++) {
          take(order[i] ?? 0)
          if (!ray.intersectTriangle(a, b, c, front, met)) continue
          const distance = met.sub(ray.origin).dot(ray.direction)
          if (distance >= nearest) continue
          nearest = distance
          hit = order[i] ?? 0
        }
      }
      if (hit < 0) return Infinity
      take(hit)
      normal.crossVectors(b.sub(a), c.sub(a)).normalize()
      return nearest
    },
  }
}

/** Nine numbers for each triangle. */
function cornersOf({ index, attributes }: BufferGeometry): Float32Array {
  const position = attributes['position']
  if (!position) return new Float32Array()
  const count = index ? index.count : position.count
  const corners = new Float32Array(Math.floor(count / 3) * 9)
  for (let i = 0; i < corners.length / 3; i++) {
    const at = index ? index.getX(i) : i
    corners[i * 3] = position.getX(at)
    corners[i * 3 + 1] = position.getY(at)
    corners[i * 3 + 2] = position.getZ(at)
  }
  return corners
}

type Box = [number, number, number, number, number, number]

function boxAround(corners: Float32Array, order: Uint32Array, first: number, end: number): Box {
  const box: Box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
  for (let i = first; i < end; i++)
    for (let k = 0; k < 9; k++) {
      const value = corners[(order[i] ?? 0) * 9 + k] ?? 0
      const axis = k % 3
      if (value < (box[axis] ?? 0)) box[axis] = value
      if (value > (box[axis + 3] ?? 0)) box[axis + 3] = value
    }
  return box
}

function longestAxis([ax, ay, az, bx, by, bz]: Box): number {
  const [x, y, z] = [bx - ax, by - ay, bz - az]
  return x >= y && x >= z ? 0 : y >= z ? 1 : 2
}

/** Sorts by the side of their mean that they lie on; in two equal parts where all lie on one. */
function halve(corners: Float32Array, order: Uint32Array, first: number, end: number, axis: number): number {
  const centre = (i: number) => {
    const at = (order[i] ?? 0) * 9 + axis
    return (corners[at] ?? 0) + (corners[at + 3] ?? 0) + (corners[at + 6] ?? 0)
  }
  let sum = 0
  for (let i = first; i < end; i++) sum += centre(i)
  const mean = sum / (end - first)
  let middle = first
  for (let i = first; i < end; i++) {
    if (centre(i) >= mean) continue
    const swapped = order[middle] ?? 0
    order[middle++] = order[i] ?? 0
    order[i] = swapped
  }
  return middle === first || middle === end ? (first + end) >> 1 : middle
}

/** Distance to where the ray enters the box, 0 from inside, Infinity when it misses. */
function enterBox(boxes: readonly number[], at: number, { origin, direction }: Ray): number {
  let near = 0
  let far = Infinity
  for (let axis = 0; axis < 3; axis++) {
    const from = axis === 0 ? origin.x : axis === 1 ? origin.y : origin.z
    const step = axis === 0 ? direction.x : axis === 1 ? direction.y : direction.z
    const a = ((boxes[at + axis] ?? 0) - from) / step
    const b = ((boxes[at + axis + 3] ?? 0) - from) / step
    // In the plane of a side and along it, 0 / 0: that side does not cut the ray off.
    near = Math.max(near, Math.min(a, b) || 0)
    far = Math.min(far, Math.max(a, b) || Infinity)
  }
  return near <= far ? near : Infinity
}
