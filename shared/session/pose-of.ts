import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import { plausibleBody } from './plausible-body.ts'
import type { HandOf } from './where.ts'

/** A person's newest pose, as its sender claims it. */
export type PoseOf = (person: string) => TrackedPose | undefined

/** Where hands are that hold things: one's own from this body, the others' from theirs; of a hand not seen the head. */
export function handsOf(person: string, body: TrackedPose | undefined, poseOf?: PoseOf): HandOf {
  return (by, hand) => {
    const claimed = by === person ? undefined : poseOf?.(by)
    const pose = by === person ? body : claimed && plausibleBody(claimed)
    return pose?.[hand] ?? pose?.head
  }
}
