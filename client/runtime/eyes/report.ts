import type { Quaternion, Vector3 } from 'three'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { PlayedPerson } from '../motion/played-pose.ts'

/** In text what the ways of watching do, for tests and measurements. Metres, quaternions x y z w, session ms. */
export interface EyesReport {
  way: WatchingWay
  of: string | null
  /** The view that is drawn for the follower: the flat camera's, or the window's. Null: their own. */
  camera: { position: number[]; rotation: number[]; fov: number } | null
  /** Of whom one watches, as played now. */
  head: { position: number[]; rotation: number[] } | null
  /** Of what `head` shows; `nowMs` is the session's time in this frame, 0 before it is known. */
  poseAtMs: number
  nowMs: number
  ageMs: number
  behindMs: number
  speed: number
  keptMs: number
  drifted: boolean
  /** One is to catch up with whom one stands beside. */
  far: boolean
  portal: {
    calls: number
    leftOut: number
    pictures: number
    width: number
    height: number
    /** Where the headset's window hangs; null on a flat screen. */
    at: number[] | null
    texts: readonly string[]
  } | null
  thumbnails: number
}

/** Finer than any pose travels. */
const fine = (value: number) => Math.round(value * 1e5) / 1e5
export const finePoint = (point: Vector3 | Float32Array) =>
  ('x' in point ? point.toArray() : [...point]).map(fine)

export function cameraReport(position: Vector3, rotation: Quaternion, fov: number): EyesReport['camera'] {
  return { position: finePoint(position), rotation: rotation.toArray().map(fine), fov }
}

export function headReport(watched: PlayedPerson | null): EyesReport['head'] {
  if (!watched) return null
  const { position, rotation } = watched.pose.head
  return { position: finePoint(position), rotation: finePoint(rotation) }
}
