import type { Client } from '@colyseus/core'
import type { BucketOptions } from '#server/token-bucket.ts'
import { TokenBucket } from '#server/token-bucket.ts'
import type { LeadView } from '#shared/live/view.ts'
import type { Comer, Member } from '#server/sessions/seat.ts'
import {
  CLOCK_REQUESTS,
  INTENTS,
  LIVE_ACTS,
  MODERATIONS,
  PINGS,
  POSE_FRAMES,
  WATCHES,
} from '#shared/protocol/rate-limits.ts'
import type { LineSocket } from './line.ts'
import { Line } from './line.ts'

const rates = {
  intents: INTENTS,
  poses: POSE_FRAMES,
  moderations: MODERATIONS,
  liveActs: LIVE_ACTS,
  pings: PINGS,
  watches: WATCHES,
  clocks: CLOCK_REQUESTS,
  /** One answer to nonsense per second is enough; a flood of it is not answered at all. */
  refusals: { perSecond: 1, burst: 5 },
} as const satisfies Record<string, BucketOptions>
export type Rate = keyof typeof rates

/** One client of the room: who is behind it, what it may do, how much, and over what line. */
export class Connection {
  readonly client: Client
  readonly who: Comer
  readonly member: Member
  /** Of the avatar; 0 for none. */
  readonly slot: number
  readonly line: Line
  /** The newest roster, and view of the live session for who leads, that it got. */
  roster = ''
  lead: LeadView | undefined
  readonly #buckets = new Map<Rate, TokenBucket>()

  constructor(client: Client, who: Comer, member: Member, slot: number) {
    this.client = client
    this.who = who
    this.member = member
    this.slot = slot
    this.line = new Line(client.ref as unknown as LineSocket, () => performance.now())
  }

  /** Takes one; false when there were too many. */
  may(rate: Rate): boolean {
    const nowMs = performance.now()
    const bucket = this.#buckets.get(rate) ?? new TokenBucket(rates[rate], nowMs)
    this.#buckets.set(rate, bucket)
    return bucket.take(nowMs)
  }
}
