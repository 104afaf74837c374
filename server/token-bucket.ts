export type BucketOptions = { readonly perSecond: number; readonly burst: number }

/** Refuses what comes faster than `perSecond` on average, after a burst. */
export class TokenBucket {
  readonly #options: BucketOptions
  #tokens: number
  #atMs: number

  constructor(options: BucketOptions, nowMs: number) {
    this.#options = options
    this.#tokens = options.burst
    this.#atMs = nowMs
  }

  take(nowMs: number): boolean {
    const { perSecond, burst } = this.#options
    this.#tokens = Math.min(burst, this.#tokens + (Math.max(0, nowMs - this.#atMs) * perSecond) / 1000)
    this.#atMs = nowMs
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }

  /** What was taken turned out to cost nothing. */
  giveBack(): void {
    this.#tokens = Math.min(this.#options.burst, this.#tokens + 1)
  }

  isFull(nowMs: number): boolean {
    return this.#tokens + ((nowMs - this.#atMs) * this.#options.perSecond) / 1000 >= this.#options.burst
  }
}

const MOST_KEYS = 10_000

/** One bucket for each key (person, address). Full buckets are forgotten, so memory stays bounded by who is active. */
export class KeyedBuckets {
  readonly #options: BucketOptions
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(options: BucketOptions) {
    this.#options = options
  }

  take(key: string, nowMs: number): boolean {
    let bucket = this.#buckets.get(key)
    if (bucket === undefined) {
      if (this.#buckets.size >= MOST_KEYS) this.#forgetFull(nowMs)
      bucket = new TokenBucket(this.#options, nowMs)
      this.#buckets.set(key, bucket)
    }
    return bucket.take(nowMs)
  }

  giveBack(key: string): void {
    this.#buckets.get(key)?.giveBack()
  }

  #forgetFull(nowMs: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(nowMs)) this.#buckets.delete(key)
    if (this.#buckets.size >= MOST_KEYS) this.#buckets.clear()
  }
}
