import { Vector3 } from 'three'
import type { Quaternion } from 'three'
import type { Body, Hand } from '../device/body.ts'
import type { PlayedHand, PlayedPerson, PlayedRigid } from '../motion/played-pose.ts'

/** More in one frame is no walking. */
const LEAP_M = 0.4

/** The follower as others see them: who looks through somebody's eyes may see themselves. */
export interface OwnFigure {
  readonly played: PlayedPerson
  update(body: Body, person: string, atMs: number): void
}

export function createOwnFigure(): OwnFigure {
  const left = emptyHand()
  const right = emptyHand()
  const pose = {
    head: rigid(),
    gaze: Float32Array.of(0, 0, 0, 1),
    left: null as PlayedHand | null,
    right: null as PlayedHand | null,
    discontinuity: false as boolean,
  }
  const before = new Vector3()
  const played = { slot: 0, person: '', pose, atMs: 0, fresh: true }
  return {
    played,
    update(body, person, atMs) {
      played.person = person
      played.atMs = atMs
      copy(body.head, body.headRotation, pose.head)
      body.headRotation.toArray(pose.gaze)
      pose.left = takeHand(body.left, left)
      pose.right = takeHand(body.right, right)
      pose.discontinuity = before.distanceTo(body.head) > LEAP_M
      before.copy(body.head)
    },
  }
}

const rigid = () => ({ position: new Float32Array(3), rotation: Float32Array.of(0, 0, 0, 1) })
const emptyHand = () => ({
  ...rigid(),
  trigger: 0,
  joints: null as Float32Array | null,
  wrist: rigid(),
  scale: 1,
})

function takeHand(from: Hand, hand: ReturnType<typeof emptyHand>): PlayedHand | null {
  if (!from.present) return null
  copy(from.grip, from.aim, hand)
  hand.trigger = from.trigger
  const { joints } = from
  hand.joints = from.kind === 'tracked' && joints ? joints.rotations : null
  if (!joints) return hand
  hand.wrist.position.set(joints.wrist.position)
  hand.wrist.rotation.set(joints.wrist.rotation)
  hand.scale = joints.scale
  return hand
}

function copy(position: Vector3, rotation: Quaternion, out: PlayedRigid): void {
  position.toArray(out.position)
  rotation.toArray(out.rotation)
}
