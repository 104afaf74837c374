import type { BufferGeometry, Vector3 } from 'three'
import { SKIN, smooth } from './head-geometry.ts'
import { createSculpture } from './sculpt.ts'
import type { Surface } from './sculpt.ts'

const SHIRT = 0x3d4852
const TAPE = 0xe9eef0
const WHITE = 0xffffff

/** Height below the base of the neck, half width, half depth, metres; from the hem up. */
const profile = [
  [-0.66, 0.158, 0.098],
  [-0.52, 0.154, 0.098],
  [-0.4, 0.158, 0.102],
  [-0.28, 0.172, 0.11],
  [-0.17, 0.186, 0.112],
  [-0.1, 0.186, 0.1],
  [-0.058, 0.166, 0.082],
  [-0.03, 0.118, 0.068],
  [-0.008, 0.076, 0.06],
  [0.012, 0.06, 0.055],
] as const
const HEM = -0.66
const TOP = 0.012
/** Of the cross-section: 2 is an ellipse, more is squarer. */
const SQUARENESS = 2.5

/** A hi-vis vest in the person's colour that fades out below: a hint of a body, no more. Origin: base of the neck. */
export function torsoGeometry(detail: number): BufferGeometry {
  const sculpture = createSculpture()
  const n = (count: number) => Math.max(2, Math.round(count * detail))
  const alpha = ({ y }: Vector3) => smooth(HEM, -0.44, y)
  const shade = ({ y }: Vector3) => 0.45 * smooth(-0.07, 0.01, y)
  const vest = { colour: WHITE, tint: 1, roughness: 0.78, alpha, shade }
  const tape = { colour: TAPE, roughness: 0.3, alpha, shade }
  const around = n(36)
  const belt = (from: number, to: number, rows: number, finish: typeof vest | typeof tape) =>
    sculpture.patch(body, { across: around, up: rows, v: [heightToV(from), heightToV(to)] }, finish)
  belt(HEM, -0.385, n(5), vest)
  belt(-0.385, -0.34, 1, tape)
  belt(-0.34, -0.255, n(3), vest)
  belt(-0.255, -0.21, 1, tape)
  belt(-0.21, -0.02, n(8), vest)
  belt(-0.02, TOP, n(2), { ...vest, colour: SHIRT, tint: 0 })
  sculpture.patch(neck, { across: n(16), up: 2 }, { colour: SKIN, roughness: 0.7, shade: () => 0.5 })
  for (const side of [-1, 1]) sculpture.patch(shoulder(side), { across: n(16), up: n(8) }, vest)
  const mark = { colour: WHITE, mark: true, roughness: 0.6 }
  const badge = { across: n(8), up: n(6) }
  sculpture.patch(grown(0.002), { ...badge, u: [0.47, 0.53], v: [heightToV(-0.19), heightToV(-0.095)] }, mark)
  sculpture.patch(
    grown(0.002),
    { ...badge, u: [-0.05, 0.05], v: [heightToV(-0.198), heightToV(-0.052)] },
    mark,
  )
  return sculpture.finish()
}

function heightToV(y: number): number {
  return (y - HEM) / (TOP - HEM)
}

function body(u: number, v: number, out: Vector3): Vector3 {
  return ring(u, HEM + (TOP - HEM) * v, 0, out)
}

function grown(metres: number): Surface {
  return (u, v, out) => ring(u, HEM + (TOP - HEM) * v, metres, out)
}

function ring(u: number, y: number, grow: number, out: Vector3): Vector3 {
  const angle = (u - 0.5) * 2 * Math.PI
  const power = 2 / SQUARENESS
  const x = Math.sign(Math.sin(angle)) * Math.abs(Math.sin(angle)) ** power
  const z = -Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** power
  return out.set(x * (between(y, 1) + grow), y, z * (between(y, 2) + grow))
}

/** Catmull-Rom through the profile. */
function between(y: number, column: 1 | 2): number {
  const last = profile.length - 1
  let i = 0
  while (i < last - 1 && (profile[i + 1]?.[0] ?? 0) <= y) i++
  const row = (at: number) => profile[Math.min(last, Math.max(0, at))] ?? profile[0]
  const from = row(i)
  const to = row(i + 1)
  const t = Math.min(1, Math.max(0, (y - from[0]) / (to[0] - from[0])))
  const step = to[0] - from[0]
  const slope = (at: number) => {
    const a = row(at - 1)
    const b = row(at + 1)
    return b[0] === a[0] ? 0 : ((b[column] - a[column]) / (b[0] - a[0])) * step
  }
  const t2 = t * t
  const t3 = t2 * t
  return (
    from[column] * (2 * t3 - 3 * t2 + 1) +
    slope(i) * (t3 - 2 * t2 + t) +
    to[column] * (3 * t2 - 2 * t3) +
    slope(i + 1) * (t3 - t2)
  )
}

/** Up into the head, to the point that it nods about. */
function neck(u: number, v: number, out: Vector3): Vector3 {
  const angle = (u - 0.5) * 2 * Math.PI
  return out.set(0.045 * Math.sin(angle), -0.02 + 0.13 * v, -0.047 * Math.cos(angle))
}

/** Where an arm would begin. */
function shoulder(side: number): Surface {
  return (u, v, out) => {
    const lift = (v - 0.5) * Math.PI
    const angle = (u - 0.5) * 2 * Math.PI
    return out.set(
      side * 0.164 + 0.05 * Math.cos(lift) * Math.sin(angle),
      -0.112 + 0.066 * Math.sin(lift),
      -0.056 * Math.cos(lift) * Math.cos(angle),
    )
  }
}
