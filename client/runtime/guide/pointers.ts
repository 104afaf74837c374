import { Group, Quaternion, Ray, Vector3 } from 'three'
import type { Object3D } from 'three'
import type { Side } from '../device/body.ts'
import { createSpot } from '../drawing/spot.ts'
import type { SurfaceProbe } from '../drawing/surface-probe.ts'
import { createPace } from '../eyes/pace.ts'
import type { PlayedHand, PlayedPose } from '../motion/played-pose.ts'
import { createPointing } from './pointing.ts'
import { createPointingRay } from './pointing-ray.ts'

/** Where somebody's hands point, as rays. */
export interface Pointers {
  readonly root: Object3D
  /** Hands that point now, and at what ('' for the workplace). */
  readonly at: Partial<Record<Side, string>>
  update(deltaS: number, nowMs: number, how: PointersLook): void
  dispose(): void
}

/** The same object in every frame. */
export interface PointersLook {
  /** Null: nobody's are drawn. */
  pose: PlayedPose | null
  holds(side: Side): boolean
  eye: Vector3
  colour: string
}

/** Rays a second for both hands; between them a ray keeps its length. */
const CASTS_PER_S = 30
const FARTHEST_M = 12
/** A ray that meets nothing. */
const NOWHERE_M = 4
const LENGTH_PER_S = 25

export function createPointers(probe: Pick<SurfaceProbe, 'cast'>): Pointers {
  const isDue = createPace(CASTS_PER_S)
  const spot = createSpot()
  const ray = new Ray()
  const to = new Vector3()
  const root = new Group()
  const hands = { left: createHand(), right: createHand() }
  root.add(hands.left.ray.root, hands.right.ray.root)
  let turn: Side = 'left'

  function update(
    deltaS: number,
    side: Side,
    hand: PlayedHand | null,
    { holds, eye, colour }: PointersLook,
    cast: boolean,
  ) {
    const mine = hands[side]
    mine.pointing.step(deltaS, hand, holds(side))
    if (!hand || mine.pointing.shown === 0) return mine.ray.hide()
    ray.origin.fromArray(hand.position)
    ray.direction.set(0, 0, -1).applyQuaternion(mine.rotation.fromArray(hand.rotation))
    if (cast) {
      const met = probe.cast(ray, FARTHEST_M, spot)
      mine.on = met ? spot.anchor : ''
      mine.lengthM = met ? spot.distance : NOWHERE_M
    }
    mine.shownM += (mine.lengthM - mine.shownM) * (1 - Math.exp(-LENGTH_PER_S * deltaS))
    mine.ray.draw(ray.origin, ray.at(mine.shownM, to), eye, colour, mine.pointing.shown)
  }

  return {
    root,
    get at() {
      const at: Partial<Record<Side, string>> = {}
      for (const side of ['left', 'right'] as const)
        if (hands[side].pointing.shown > 0.5) at[side] = hands[side].on
      return at
    },
    update(deltaS, nowMs, how) {
      const due = isDue(nowMs)
      if (due) turn = turn === 'left' ? 'right' : 'left'
      update(deltaS, 'left', how.pose?.left ?? null, how, due && turn === 'left')
      update(deltaS, 'right', how.pose?.right ?? null, how, due && turn === 'right')
    },
    dispose() {
      root.removeFromParent()
      hands.left.ray.dispose()
      hands.right.ray.dispose()
    },
  }
}

function createHand() {
  return {
    pointing: createPointing(),
    ray: createPointingRay(0.09, true),
    rotation: new Quaternion(),
    on: '',
    lengthM: 1,
    shownM: 1,
  }
}
