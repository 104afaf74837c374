import type { BucketOptions } from '#server/token-bucket.ts'
import { TokenBucket } from '#server/token-bucket.ts'
import type { Log } from './log.ts'

/** A log for what others can bring about: warnings above the rate are left out, and the next one says how many (`leftOut`). */
export function limitWarnings(log: Log, rate: BucketOptions, nowMs: () => number): Log {
  const bucket = new TokenBucket(rate, nowMs())
  let leftOut = 0
  return (level, event, fields) => {
    if (level !== 'warn') return log(level, event, fields)
    if (!bucket.take(nowMs())) return void (leftOut += 1)
    log(level, event, leftOut === 0 ? fields : { ...fields, leftOut })
    leftOut = 0
  }
}
