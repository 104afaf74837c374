import { Group, Quaternion, Ray, Vector3 } from 'three'
import type { Object3D } from 'three'
import { createSpot } from '../drawing/spot.ts'
import type { SurfaceProbe } from '../drawing/surface-probe.ts'
import { createPace } from '../eyes/pace.ts'
import type { PlayedPose } from '../motion/played-pose.ts'
import { createGazeFocus } from './gaze-focus.ts'
import { createPointingRay } from './pointing-ray.ts'
import { createRing } from './ring.ts'

/** Where somebody looks, marked on what the look meets. */
export interface Gaze {
  readonly root: Object3D
  /** How much of the mark is to be seen now, and the thing it lies on ('' for the workplace). */
  readonly opacity: number
  readonly on: string
  readonly point: Vector3
  update(deltaS: number, nowMs: number, how: GazeLook): void
  dispose(): void
}

/** The same object in every frame. */
export interface GazeLook {
  /** Null: nobody's look is marked. */
  pose: PlayedPose | null
  eye: Vector3
  eyeRotation: Quaternion
  colour: string
  /** A line leads from the head to the mark, too. */
  line: boolean
}

/** Rays a second, however many frames there are. */
const CASTS_PER_S = 15
const FARTHEST_M = 25
/** As seen, 24 dmm; on what is near or far off not smaller or larger than these metres. */
const RADIUS_RAD = 0.024
const RADIUS_M = [0.015, 0.14] as const
/** It begins before the face. */
const HEAD_M = 0.3
const LINE = 1.3
/** Tracking trembles: how fast a head turns is told from about so many frames. */
const SMOOTH_PER_S = 18

export function createGaze(probe: Pick<SurfaceProbe, 'cast'>): Gaze {
  const ring = createRing(false)
  const line = createPointingRay(HEAD_M, false)
  const root = new Group()
  root.add(ring.mesh, line.root)
  const focus = createGazeFocus()
  const isDue = createPace(CASTS_PER_S)
  const spot = createSpot()
  const ray = new Ray()
  const before = new Quaternion()
  const now = new Quaternion()
  const ahead = new Vector3()
  const towards = new Vector3()
  const moment = { turning: 0, met: null as typeof spot | null, offView: Math.PI }

  function follow(deltaS: number, nowMs: number, pose: PlayedPose) {
    now.fromArray(pose.gaze)
    const turning = pose.discontinuity ? Infinity : before.angleTo(now) / Math.max(deltaS, 1e-3)
    before.copy(now)
    if (turning === Infinity) focus.forget()
    else moment.turning += (turning - moment.turning) * (1 - Math.exp(-SMOOTH_PER_S * deltaS))
    ray.origin.fromArray(pose.head.position)
    if (!isDue(nowMs)) return
    ray.direction.set(0, 0, -1).applyQuaternion(now)
    moment.met = probe.cast(ray, FARTHEST_M, spot) ? spot : null
  }

  return {
    root,
    point: focus.point,
    get opacity() {
      return focus.opacity
    },
    get on() {
      return moment.met?.anchor ?? ''
    },
    update(deltaS, nowMs, { pose, eye, eyeRotation, colour, line: wanted }) {
      if (pose) follow(deltaS, nowMs, pose)
      else moment.met = null
      if (moment.met) {
        ahead.set(0, 0, -1).applyQuaternion(eyeRotation)
        moment.offView = towards.subVectors(moment.met.point, eye).angleTo(ahead)
      }
      focus.step(deltaS, moment)
      const { mesh } = ring
      mesh.position.copy(focus.point).addScaledVector(focus.normal, 0.004)
      mesh.lookAt(towards.copy(mesh.position).add(focus.normal))
      const radius = RADIUS_RAD * focus.point.distanceTo(eye)
      mesh.scale.setScalar(Math.min(RADIUS_M[1], Math.max(RADIUS_M[0], radius)))
      ring.draw(colour, focus.opacity, 0.7, 0.12)
      if (wanted && pose) line.draw(ray.origin, mesh.position, eye, colour, LINE * focus.opacity)
      else line.hide()
    },
    dispose() {
      root.removeFromParent()
      ring.dispose()
      line.dispose()
    },
  }
}
