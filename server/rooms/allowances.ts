import type { BucketOptions } from '#server/token-bucket.ts'
import { KeyedBuckets } from '#server/token-bucket.ts'
import {
  CLOCK_REQUESTS,
  INTENTS,
  LIVE_ACTS,
  MODERATIONS,
  PINGS,
  POSE_FRAMES,
  SWITCHES,
  WATCHES,
} from '#shared/protocol/rate-limits.ts'

const rates = {
  intents: INTENTS,
  poses: POSE_FRAMES,
  moderations: MODERATIONS,
  liveActs: LIVE_ACTS,
  pings: PINGS,
  switches: SWITCHES,
  watches: WATCHES,
  clocks: CLOCK_REQUESTS,
  /** One answer to nonsense per second is enough; a flood of it is not answered at all. */
  refusals: { perSecond: 1, burst: 5 },
} as const satisfies Record<string, BucketOptions>
export type Rate = keyof typeof rates

/** How much each person may still send, whatever connection they come by: coming anew gives nobody more. */
export class Allowances {
  readonly #buckets = new Map<Rate, KeyedBuckets>()

  /** Takes one; false when there were too many. */
  take(person: string, rate: Rate): boolean {
    const buckets = this.#buckets.get(rate) ?? new KeyedBuckets(rates[rate])
    this.#buckets.set(rate, buckets)
    return buckets.take(person, performance.now())
  }
}
