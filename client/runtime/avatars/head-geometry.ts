import type { BufferGeometry, Vector3 } from 'three'
import { createSculpture } from './sculpt.ts'
import type { Sculpture, Surface } from './sculpt.ts'

export const SKIN = 0xd3d6d6
const DARK = 0x1b232b
const GLASS = 0x070b10
const LAMP = 0x4a555e
const WHITE = 0xffffff

/** Half-axes and centre of the head, metres; the origin lies between the eyes, −Z is ahead. */
const HEAD = { x: 0.077, y: 0.124, z: 0.097, centreY: -0.016, centreZ: 0.083 }
const DOME = { x: 0.1, y: 0.104, z: 0.12, centreY: 0.032, centreZ: 0.089 }

const turn = (u: number) => (u - 0.5) * 2 * Math.PI

/** Safety helmet in the person's colour, smooth face without features, dark visor: where it looks is plain, nobody is portrayed. */
export function headGeometry(detail: number): BufferGeometry {
  const sculpture = createSculpture()
  const n = (count: number) => Math.max(3, Math.round(count * detail))
  const underBrim = ({ y }: Vector3) => 0.45 * smooth(0.015, 0.06, y) + 0.4 * smooth(-0.1, -0.15, y)
  sculpture.patch(face, { across: n(24), up: n(14) }, { colour: SKIN, roughness: 0.62, shade: underBrim })
  const band = { across: n(28), up: n(8) }
  sculpture.patch(onFace(82, -0.03, 0.036, 0.013, 6), band, { colour: GLASS, roughness: 0.08 })
  sculpture.patch(
    onFace(25, -0.084, -0.073, 0.007, 3),
    { across: n(12), up: n(3) },
    {
      colour: LAMP,
      roughness: 0.5,
      light: true,
    },
  )
  helmet(sculpture, n)
  for (const side of [-1, 1] as const) muff(sculpture, side, n)
  return sculpture.finish()
}

function helmet(sculpture: Sculpture, n: (count: number) => number) {
  const shell = { colour: WHITE, tint: 1, roughness: 0.34 }
  sculpture.patch(dome, { across: n(36), up: n(10) }, shell)
  sculpture.patch(
    brim,
    { across: n(36), up: n(4) },
    { ...shell, shade: ({ y }) => (y < DOME.centreY ? 0.25 : 0) },
  )
  for (const [offset, half, height] of [
    [0, 0.011, 0.007],
    [0.036, 0.008, 0.005],
    [-0.036, 0.008, 0.005],
  ] as const)
    sculpture.patch(rib(offset, half, height), { across: n(4), up: n(10) }, shell)
  const badge = { across: n(6), up: n(6) }
  const mark = { colour: WHITE, mark: true, roughness: 0.4 }
  sculpture.patch(raised(dome, 0.0015), { ...badge, u: [0.437, 0.563], v: [0.12, 0.58] }, mark)
  sculpture.patch(raised(dome, 0.0015), { ...badge, u: [-0.063, 0.063], v: [0.1, 0.57] }, mark)
}

/** An ear muff; its outer face is the light that is seen from the sides. */
function muff(sculpture: Sculpture, side: -1 | 1, n: (count: number) => number) {
  const cup =
    (from: number, depth: number, radius: number): Surface =>
    (u, v, out) => {
      const lift = (v * Math.PI) / 2
      const r = radius * Math.max(0, Math.cos(lift)) ** 0.4
      const around = turn(u)
      return out.set(
        side * (from + depth * Math.sin(lift) ** 0.7),
        -0.012 + r * 1.16 * Math.sin(around),
        0.094 + side * r * Math.cos(around),
      )
    }
  sculpture.patch(cup(0.066, 0.028, 0.036), { across: n(20), up: n(6) }, { colour: DARK, roughness: 0.55 })
  sculpture.patch(
    cup(0.0925, 0.004, 0.019),
    { across: n(16), up: n(3) },
    {
      colour: LAMP,
      roughness: 0.5,
      light: true,
    },
  )
}

function face(u: number, v: number, out: Vector3): Vector3 {
  const lift = (v - 0.5) * Math.PI
  const jaw = v < 0.5 ? Math.sin(lift) ** 2 : 0
  const across = Math.cos(lift) * HEAD.x * (1 - 0.16 * jaw)
  const along = Math.cos(lift) * HEAD.z * (1 - 0.1 * jaw)
  const around = turn(u)
  return out.set(
    across * Math.sin(around),
    HEAD.centreY + HEAD.y * Math.sin(lift),
    HEAD.centreZ - 0.014 * jaw - along * Math.cos(around),
  )
}

/** A rounded band that lies on the face: half-width in degrees, heights, thickness. */
function onFace(degrees: number, low: number, high: number, thick: number, roundness: number): Surface {
  const middle = (low + high) / 2
  return (u, v, out) => {
    const side = Math.max(-1, Math.min(1, u * 2 - 1))
    const rise = Math.max(-1, Math.min(1, v * 2 - 1))
    const half = ((high - low) / 2) * Math.max(0, 1 - Math.abs(side) ** roundness) ** (1 / roundness)
    const y = middle + half * rise
    const lift = Math.asin((y - HEAD.centreY) / HEAD.y)
    face(0.5 + (side * degrees) / 360, lift / Math.PI + 0.5, out)
    const bulge = (1 - rise ** 6) * (1 - side ** 10)
    const grow = 1 + (bulge * thick - 0.001) / Math.hypot(out.x, out.z - HEAD.centreZ)
    out.x *= grow
    out.z = HEAD.centreZ + (out.z - HEAD.centreZ) * grow
    return out
  }
}

function dome(u: number, v: number, out: Vector3): Vector3 {
  const lift = (v * Math.PI) / 2
  const around = turn(u)
  const z = -DOME.z * Math.cos(lift) * Math.cos(around)
  return out.set(
    DOME.x * Math.cos(lift) * Math.sin(around),
    rimY(z) + DOME.y * Math.sin(lift),
    DOME.centreZ + z,
  )
}

/** The rim rises to the front. */
function rimY(z: number): number {
  return DOME.centreY - 0.14 * z
}

function brim(u: number, v: number, out: Vector3): Vector3 {
  const around = turn(u)
  const tilt = (v - 0.5) * Math.PI
  const peak = 0.011 + 0.042 * Math.max(0, Math.cos(around)) ** 1.6
  const reach = peak * Math.cos(tilt)
  const z = -(DOME.z + reach) * Math.cos(around)
  const droop = 0.25 * Math.max(0, reach - 0.011)
  return out.set(
    (DOME.x + reach) * Math.sin(around),
    rimY(z) - droop + 0.0045 * Math.sin(tilt),
    DOME.centreZ + z,
  )
}

/** A ridge over the dome from front to back. */
function rib(offset: number, half: number, height: number): Surface {
  return (u, v, out) => {
    const side = u * 2 - 1
    const x = offset + side * half
    const angle = (0.32 + 0.36 * v) * Math.PI
    const rise = height * Math.max(0, 1 - side * side) ** 0.5 * Math.sin(v * Math.PI) ** 0.35 - 0.0015
    const shrink = Math.sqrt(Math.max(0, 1 - (x / DOME.x) ** 2))
    const z = -(DOME.z + rise) * Math.cos(angle) * shrink
    return out.set(x, rimY(z) + (DOME.y + rise) * Math.sin(angle) * shrink, DOME.centreZ + z)
  }
}

function raised(surface: Surface, metres: number): Surface {
  return (u, v, out) => {
    surface(u, v, out)
    const x = out.x
    const y = out.y - DOME.centreY
    const z = out.z - DOME.centreZ
    const grow = 1 + metres / Math.hypot(x, y, z)
    return out.set(x * grow, DOME.centreY + y * grow, DOME.centreZ + z * grow)
  }
}

export function smooth(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}
