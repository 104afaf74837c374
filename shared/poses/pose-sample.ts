import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'

/** A sample as others see it: `seq` is between its sender and the room alone. */
export type PoseSample = Omit<TrackedPose, 'seq'>

export interface SlotSample {
  readonly slot: number
  readonly sample: PoseSample
}

/** A room's slots are 0 … MAX_SLOTS − 1. */
export const MAX_SLOTS = 1024
/** Of one slot in one frame. */
export const MAX_SAMPLES = 4
