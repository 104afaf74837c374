import { Vector3 } from 'three'
import type { Matrix4, Ray } from 'three'
import { fromFrame } from './anchor-frame.ts'

/** A line that can be pointed at: flat mm triples in the frame of its anchor. */
export interface Touchable {
  readonly key: string
  readonly line: readonly number[]
  readonly anchor: string
  /** Above a label's point stands its plate. */
  readonly isLabel: boolean
}

export interface NearestOptions {
  frame(anchor: string): Matrix4 | null
  /** Of what is in the way of the look. */
  most: number
  /** Radians, from a look; metres, from a fingertip. */
  within: number
}

/** A plate's middle is about so far above its point, as seen. */
const PLATE_RAD = 0.07

const from = new Vector3()
const to = new Vector3()
const onRay = new Vector3()
const onLine = new Vector3()

/** What a look passes by nearest, as an angle; null: nothing near enough. */
export function nearestToRay(
  ray: Ray,
  all: Iterable<Touchable>,
  { frame, most, within }: NearestOptions,
): string | null {
  let least = within
  let key: string | null = null
  for (const touchable of all) {
    const matrix = frame(touchable.anchor)
    if (!matrix) continue
    eachStretch(touchable, matrix, ray.origin, () => {
      const off = Math.sqrt(ray.distanceSqToSegment(from, to, onRay, onLine))
      const distance = onRay.distanceTo(ray.origin)
      if (distance > most * 1.02 + 0.05 || off >= least * Math.max(distance, 0.1)) return
      least = off / Math.max(distance, 0.1)
      key = touchable.key
    })
  }
  return key
}

/** What is nearest to a fingertip. */
export function nearestToPoint(
  point: Vector3,
  all: Iterable<Touchable>,
  { frame, within }: Omit<NearestOptions, 'most'>,
): string | null {
  let least = within
  let key: string | null = null
  for (const touchable of all) {
    const matrix = frame(touchable.anchor)
    if (!matrix) continue
    eachStretch(touchable, matrix, point, () => {
      const share = shareAlong(point)
      const off = onLine.copy(from).lerp(to, share).distanceTo(point)
      if (off >= least) return
      least = off
      key = touchable.key
    })
  }
  return key
}

/** Calls with `from` and `to` set to the ends of each stretch. */
function eachStretch({ line, isLabel }: Touchable, matrix: Matrix4, eye: Vector3, meet: () => void) {
  const count = line.length / 3
  fromFrame(matrix, line, 0, from)
  to.copy(from)
  if (isLabel) to.y += from.distanceTo(eye) * PLATE_RAD
  if (count === 1) return meet()
  for (let i = 1; i < count; i++) {
    fromFrame(matrix, line, i, to)
    meet()
    from.copy(to)
  }
}

function shareAlong(point: Vector3): number {
  const length = from.distanceToSquared(to)
  if (length === 0) return 0
  const along =
    (point.x - from.x) * (to.x - from.x) +
    (point.y - from.y) * (to.y - from.y) +
    (point.z - from.z) * (to.z - from.z)
  return Math.min(1, Math.max(0, along / length))
}
