/** Triangles sorted by place, so that a ray meets the nearest without looking at most of them. Nothing is allocated to ask. */
export interface SurfaceTree {
  /**
   * Share of `ray`'s direction from its origin to the nearest triangle, Infinity for none within `farthest`; that triangle's
   * normal, towards the origin and not of unit length, goes into `normal`. Origin and direction: six numbers.
   */
  meet(ray: Float64Array, farthest: number, normal: Float64Array): number
}

const LEAF = 6
const inverse = new Float64Array(3)

/** @param corners nine numbers a triangle; kept and sorted */
export function createSurfaceTree(corners: Float32Array): SurfaceTree {
  const total = Math.floor(corners.length / 9)
  const most = Math.max(1, 2 * total)
  const bounds = new Float32Array(most * 6)
  /** Of a leaf: its first triangle; else its first child, the second is behind it. */
  const first = new Uint32Array(most)
  /** Triangles of a leaf; 0 for what has children. */
  const counts = new Uint32Array(most)
  let nodes = 1
  let deepest = 0
  split(0, 0, total, 1)
  const waiting = new Uint32Array(deepest + 2)

  function split(node: number, from: number, count: number, depth: number) {
    deepest = Math.max(deepest, depth)
    enclose(corners, from, count, bounds, node * 6)
    first[node] = from
    counts[node] = count
    if (count <= LEAF) return
    const axis = longestAxis(bounds, node * 6)
    const middle = ((bounds[node * 6 + axis] ?? 0) + (bounds[node * 6 + 3 + axis] ?? 0)) / 2
    let left = partition(corners, from, count, axis, middle)
    // All on one side: any half is as good as the other.
    if (left === 0 || left === count) left = count >> 1
    const child = nodes
    nodes += 2
    first[node] = child
    counts[node] = 0
    split(child, from, left, depth + 1)
    split(child + 1, from + left, count - left, depth + 1)
  }

  return {
    meet(ray, farthest, normal) {
      let nearest = farthest
      let met = -1
      for (let k = 0; k < 3; k++) inverse[k] = 1 / (ray[3 + k] || 1e-30)
      let depth = 0
      if (total > 0) waiting[depth++] = 0
      while (depth > 0) {
        const node = waiting[--depth] ?? 0
        if (!passes(bounds, node * 6, ray, nearest)) continue
        const at = first[node] ?? 0
        const count = counts[node] ?? 0
        if (count === 0) {
          waiting[depth++] = at
          waiting[depth++] = at + 1
        }
        for (let i = at; i < at + count; i++) {
          const share = cross(corners, i * 9, ray)
          if (share >= nearest) continue
          nearest = share
          met = i
        }
      }
      if (met < 0) return Infinity
      writeNormal(corners, met * 9, ray, normal)
      return nearest
    },
  }
}

function enclose(corners: Float32Array, from: number, count: number, out: Float32Array, at: number): void {
  for (let k = 0; k < 3; k++) {
    let low = Infinity
    let high = -Infinity
    for (let i = from * 9 + k; i < (from + count) * 9; i += 3) {
      const value = corners[i] ?? 0
      if (value < low) low = value
      if (value > high) high = value
    }
    out[at + k] = low
    out[at + 3 + k] = high
  }
}

function longestAxis(bounds: Float32Array, at: number): number {
  const x = (bounds[at + 3] ?? 0) - (bounds[at] ?? 0)
  const y = (bounds[at + 4] ?? 0) - (bounds[at + 1] ?? 0)
  const z = (bounds[at + 5] ?? 0) - (bounds[at + 2] ?? 0)
  return x >= y && x >= z ? 0 : y >= z ? 1 : 2
}

/** Brings those whose middle is below the value to the front; answers how many. */
function partition(corners: Float32Array, from: number, count: number, axis: number, below: number): number {
  let i = from
  let j = from + count - 1
  while (i <= j) {
    const at = i * 9 + axis
    const middle = ((corners[at] ?? 0) + (corners[at + 3] ?? 0) + (corners[at + 6] ?? 0)) / 3
    if (middle < below) i += 1
    else swap(corners, i, j--)
  }
  return i - from
}

function swap(corners: Float32Array, i: number, j: number): void {
  for (let k = 0; k < 9; k++) {
    const kept = corners[i * 9 + k] ?? 0
    corners[i * 9 + k] = corners[j * 9 + k] ?? 0
    corners[j * 9 + k] = kept
  }
}

/** Does the ray come into the box before `nearest`? */
function passes(bounds: Float32Array, at: number, ray: Float64Array, nearest: number): boolean {
  let near = 0
  let far = nearest
  for (let k = 0; k < 3; k++) {
    const a = ((bounds[at + k] ?? 0) - (ray[k] ?? 0)) * (inverse[k] ?? 0)
    const b = ((bounds[at + 3 + k] ?? 0) - (ray[k] ?? 0)) * (inverse[k] ?? 0)
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near <= far
}

/** Möller and Trumbore 1997, from either side. Share of the direction; Infinity where it misses. */
function cross(corners: Float32Array, at: number, ray: Float64Array): number {
  const ax = corners[at] ?? 0
  const ay = corners[at + 1] ?? 0
  const az = corners[at + 2] ?? 0
  const ux = (corners[at + 3] ?? 0) - ax
  const uy = (corners[at + 4] ?? 0) - ay
  const uz = (corners[at + 5] ?? 0) - az
  const vx = (corners[at + 6] ?? 0) - ax
  const vy = (corners[at + 7] ?? 0) - ay
  const vz = (corners[at + 8] ?? 0) - az
  const dx = ray[3] ?? 0
  const dy = ray[4] ?? 0
  const dz = ray[5] ?? 0
  const px = dy * vz - dz * vy
  const py = dz * vx - dx * vz
  const pz = dx * vy - dy * vx
  const volume = ux * px + uy * py + uz * pz
  if (Math.abs(volume) < 1e-12) return Infinity
  const sx = (ray[0] ?? 0) - ax
  const sy = (ray[1] ?? 0) - ay
  const sz = (ray[2] ?? 0) - az
  const u = (sx * px + sy * py + sz * pz) / volume
  if (u < -1e-6 || u > 1 + 1e-6) return Infinity
  const qx = sy * uz - sz * uy
  const qy = sz * ux - sx * uz
  const qz = sx * uy - sy * ux
  const v = (dx * qx + dy * qy + dz * qz) / volume
  if (v < -1e-6 || u + v > 1 + 1e-6) return Infinity
  const share = (vx * qx + vy * qy + vz * qz) / volume
  return share > 0 ? share : Infinity
}

function writeNormal(corners: Float32Array, at: number, ray: Float64Array, out: Float64Array): void {
  const c = (k: number) => corners[at + k] ?? 0
  const ux = c(3) - c(0)
  const uy = c(4) - c(1)
  const uz = c(5) - c(2)
  const vx = c(6) - c(0)
  const vy = c(7) - c(1)
  const vz = c(8) - c(2)
  out[0] = uy * vz - uz * vy
  out[1] = uz * vx - ux * vz
  out[2] = ux * vy - uy * vx
  const along = (out[0] ?? 0) * (ray[3] ?? 0) + (out[1] ?? 0) * (ray[4] ?? 0) + (out[2] ?? 0) * (ray[5] ?? 0)
  if (along > 0) for (let k = 0; k < 3; k++) out[k] = -(out[k] ?? 0)
}
