import type { PerspectiveCamera, Quaternion, Vector3 } from 'three'
import type { WatchingWay } from '#shared/live/acts.ts'
import type { Body } from '../device/body.ts'
import type { Sight } from '../others.ts'
import { findPerson } from './everybody.ts'
import type { Eyes } from './eyes.ts'
import { WINDOW_FOV } from './portal.ts'
import type { WindowSight } from './sights.ts'

/** In text what the ways of watching do, for tests and measurements. Metres, quaternions x y z w, session ms. */
export interface EyesReport {
  way: WatchingWay
  of: string | null
  /** The view that is drawn for the follower: the flat camera's, or the window's. Null: their own. */
  camera: { position: number[]; rotation: number[]; fov: number } | null
  /** Of whom one watches, as played now. */
  head: { position: number[]; rotation: number[] } | null
  /** The own head in this frame, as others are to see it: what a follower’s camera is compared with. */
  own: { position: number[]; rotation: number[] }
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
const rigid = (position: Vector3, rotation: Quaternion) => ({
  position: finePoint(position),
  rotation: rotation.toArray().map(fine),
})

interface Described {
  eyes: Pick<Eyes, 'way' | 'of' | 'rewind' | 'drifted' | 'far'>
  body: Body
  camera: PerspectiveCamera
  /** The camera is somebody else's. */
  taken: boolean
  view: Pick<WindowSight, 'shows' | 'sight'>
  main: Sight
  nowMs: number
}

export function describeEyes({
  eyes,
  body,
  camera,
  taken,
  view,
  main,
  nowMs,
}: Described): Omit<EyesReport, 'portal' | 'thumbnails'> {
  const { way, of, rewind, drifted, far } = eyes
  const watched = findPerson(main.people, of.get())
  const seen = taken
    ? { ...rigid(camera.position, camera.quaternion), fov: camera.fov }
    : { ...rigid(view.sight.eye, view.sight.eyeRotation), fov: WINDOW_FOV }
  const head = watched?.pose.head
  return {
    way: way.get(),
    of: of.get(),
    camera: taken || view.shows ? seen : null,
    head: head ? { position: finePoint(head.position), rotation: finePoint(head.rotation) } : null,
    own: rigid(body.head, body.headRotation),
    poseAtMs: watched?.atMs ?? 0,
    nowMs,
    ageMs: watched ? nowMs - watched.atMs : 0,
    behindMs: rewind.behindMs.get(),
    speed: rewind.speed.get(),
    keptMs: rewind.keptMs.get(),
    drifted: drifted.get(),
    far: far.get(),
  }
}
