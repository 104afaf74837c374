import type { Floor } from './floor.ts'

const CELL_M = 0.2
const AROUND = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

export type Spot = readonly [x: number, z: number]

/**
 * Shortest way over the floor to the first place that `isGoal` accepts, as corners to walk to; empty when already there,
 * null when there is no way. Breadth first on a 20 cm grid, so of all accepted places the nearest to walk to wins.
 */
export function findPath(floor: Floor, from: Spot, isGoal: (x: number, z: number) => boolean): Spot[] | null {
  const { minX, minZ, maxX } = floor.bounds
  const columns = Math.ceil((maxX - minX) / CELL_M) + 1
  const cell = (x: number, z: number) =>
    Math.round((z - minZ) / CELL_M) * columns + Math.round((x - minX) / CELL_M)
  const placeOf = (index: number): Spot => [
    minX + (index % columns) * CELL_M,
    minZ + Math.floor(index / columns) * CELL_M,
  ]
  const start = cell(from[0], from[1])
  const cameFrom = new Map<number, number>([[start, start]])
  const queue = [start]
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head] ?? start
    const [x, z] = head === 0 ? from : placeOf(here)
    if (isGoal(x, z)) return straighten(floor, from, trace(cameFrom, start, here).map(placeOf))
    const [cx, cz] = placeOf(here)
    for (const [dx, dz] of AROUND) {
      const nx = cx + dx * CELL_M
      const nz = cz + dz * CELL_M
      const next = cell(nx, nz)
      if (cameFrom.has(next) || !floor.canStand(nx, nz)) continue
      if (dx !== 0 && dz !== 0 && !(floor.canStand(nx, cz) && floor.canStand(cx, nz))) continue
      cameFrom.set(next, here)
      queue.push(next)
    }
  }
  return null
}

function trace(cameFrom: Map<number, number>, start: number, goal: number): number[] {
  const cells: number[] = []
  for (let at = goal; at !== start; at = cameFrom.get(at) ?? start) cells.push(at)
  return cells.toReversed()
}

/** Drops corners that can be cut without leaving the floor. */
function straighten(floor: Floor, from: Spot, cells: Spot[]): Spot[] {
  const corners: Spot[] = []
  let at = from
  for (let i = 0; i < cells.length; i++) {
    const next = cells[i + 1]
    const here = cells[i]
    if (!here || (next && canWalkStraight(floor, at, next))) continue
    corners.push(here)
    at = here
  }
  return corners
}

function canWalkStraight(floor: Floor, a: Spot, b: Spot): boolean {
  const steps = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (CELL_M / 2))
  for (let i = 1; i <= steps; i++)
    if (!floor.canStand(a[0] + ((b[0] - a[0]) * i) / steps, a[1] + ((b[1] - a[1]) * i) / steps)) return false
  return true
}
