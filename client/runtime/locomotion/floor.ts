import type { ClientWorkplace } from '#shared/protocol/views.ts'

type Box = ClientWorkplace['walkable'][number]

export interface Floor {
  /** May a person's feet be here? Metres, workplace frame. */
  canStand(x: number, z: number): boolean
  /** Nothing tall and no wall on the straight line between two places on the floor. */
  isOpenBetween(fromX: number, fromZ: number, toX: number, toZ: number): boolean
  readonly bounds: { minX: number; maxX: number; minZ: number; maxZ: number }
}

/** Walkable areas less obstacles grown by the body's radius. Ground outside both is wall. */
export function createFloor(
  workplace: Pick<ClientWorkplace, 'walkable' | 'obstacles'>,
  bodyRadiusM: number,
): Floor {
  const { walkable, obstacles } = workplace
  const blocking = obstacles.filter((box) => box.min[1] < 1.9 && box.max[1] > 0.05)
  const tall = blocking.filter((box) => box.max[1] > 1.3)
  const isGround = (x: number, z: number) =>
    walkable.some((box) => contains(box, x, z, 0)) || blocking.some((box) => contains(box, x, z, 0.05))

  return {
    bounds: {
      minX: Math.min(...walkable.map((box) => box.min[0])),
      maxX: Math.max(...walkable.map((box) => box.max[0])),
      minZ: Math.min(...walkable.map((box) => box.min[2])),
      maxZ: Math.max(...walkable.map((box) => box.max[2])),
    },
    canStand: (x, z) =>
      walkable.some((box) => contains(box, x, z, 0)) &&
      !blocking.some((box) => contains(box, x, z, bodyRadiusM)),
    isOpenBetween(fromX, fromZ, toX, toZ) {
      const steps = Math.ceil(Math.hypot(toX - fromX, toZ - fromZ) / 0.1)
      for (let i = 1; i <= steps; i++) {
        const x = fromX + ((toX - fromX) * i) / steps
        const z = fromZ + ((toZ - fromZ) * i) / steps
        if (!isGround(x, z) || tall.some((box) => contains(box, x, z, 0))) return false
      }
      return true
    },
  }
}

/** As far from `from` towards `to` as the floor allows, sliding along what is in the way. Writes into `out`. */
export function slide(
  floor: Floor,
  from: { x: number; z: number },
  dx: number,
  dz: number,
  out: { x: number; z: number },
): void {
  const { x, z } = from
  // Who stands where nobody can (a headset walked into a wall) may always leave.
  const stuck = !floor.canStand(x, z)
  if (stuck || floor.canStand(x + dx, z + dz)) {
    out.x = x + dx
    out.z = z + dz
    return
  }
  out.x = floor.canStand(x + dx, z) ? x + dx : x
  out.z = floor.canStand(out.x, z + dz) ? z + dz : z
}

function contains(box: Box, x: number, z: number, grow: number): boolean {
  return x >= box.min[0] - grow && x <= box.max[0] + grow && z >= box.min[2] - grow && z <= box.max[2] + grow
}
