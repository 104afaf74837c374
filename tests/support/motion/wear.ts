import type { Body, Hand } from '#client/runtime/device/body.ts'
import type { PoseSample } from '#shared/poses/pose-sample.ts'
import type { HandPose } from '#shared/protocol/tracked-pose.ts'

/** Puts a body where a sample says, as a device would. */
export function wear({ head, left, right, discontinuity }: PoseSample, body: Body): void {
  body.head.fromArray(head.position)
  body.headRotation.fromArray(head.rotation)
  body.discontinuity ||= discontinuity
  wearHand(left, body.left)
  wearHand(right, body.right)
}

function wearHand(from: HandPose | null, hand: Hand): void {
  hand.present = from !== null
  if (!from) return
  hand.grip.fromArray(from.position)
  hand.aim.fromArray(from.rotation)
  hand.trigger = from.trigger
  hand.joints = from.joints ?? null
  hand.kind = from.joints ? 'tracked' : 'controller'
}
