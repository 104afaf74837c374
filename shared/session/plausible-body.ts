import { distance } from '#shared/kernel/vector.ts'
import type { HandPose, TrackedPose } from '#shared/protocol/tracked-pose.ts'

/** No palm is farther from its own head, metres: an outstretched arm of a tall person and some tracking error. */
const ARM = 1.2

/** The body as far as it can be believed: without hands that no arm reaches. The same object when all of it can. */
export function plausibleBody(pose: TrackedPose): TrackedPose {
  const believed = (hand: HandPose | null): HandPose | null =>
    hand !== null && distance(hand.position, pose.head.position) <= ARM ? hand : null
  const left = believed(pose.left)
  const right = believed(pose.right)
  return left === pose.left && right === pose.right ? pose : { ...pose, left, right }
}
