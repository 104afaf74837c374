/** Samples on their way are judged by the newest of these. */
const HEARD = 64
const LEAST_DELAY_MS = 60
const MOST_DELAY_MS = 200
/** Of who is sent five times a second the next sample must have come before it is needed. */
const SLOW_INTERVAL_MS = 150
const MOST_SLOW_DELAY_MS = 300
/** Played faster or slower by at most this share; more while a person has only just appeared. */
const LARGEST_CHANGE = 0.05
const FIRST_CHANGE = 0.25
const FIRST_MS = 3000
/** A longer pause between messages is one, not a rate. */
const LONGEST_INTERVAL_MS = 400
/** Samples on their way longer than this were not sent now: an old pose in a key frame, or a line that hung. */
const LONGEST_WAY_MS = 1000
/** Off by more, the playing time is set anew: at five per cent it would take longer than anybody waits. */
const HOPELESS_MS = 400

/** Which moment of a person is shown now: later than it happened by the usual way to here, and by as much as ways differ. */
export interface Playout {
  /** The newest sample of a message: its session time, and the session time at which it came. */
  heard(stampMs: number, arrivalMs: number): void
  /** Moves on to a session time; answers the moment to show, session ms. Never goes back, except when set anew. */
  advance(sessionMs: number): number
  /** The moment shown last. */
  readonly atMs: number
  /** True when the last `advance` did not go on from the moment before. */
  readonly jumped: boolean
  /** Time between messages, ms. */
  readonly intervalMs: number
  /** How much later than the usual way the wanted moment is, ms. */
  readonly delayMs: number
}

export function createPlayout(): Playout {
  const ways = new Float64Array(HEARD)
  let heard = 0
  let firstMs = 0
  let lastStampMs = -Infinity
  let intervalMs = 50
  let usualWayMs = 0
  let delayMs = 100
  let behindMs = Number.NaN
  let sessionBefore = 0
  let atMs = 0
  let jumped = false

  function judge() {
    const count = Math.min(heard, HEARD)
    let sum = 0
    for (let i = 0; i < count; i += 1) sum += ways[i] ?? 0
    const mean = sum / count
    let variance = 0
    for (let i = 0; i < count; i += 1) variance += ((ways[i] ?? 0) - mean) ** 2 / count
    usualWayMs = mean
    const uneven = 2 * Math.sqrt(variance)
    const slow = intervalMs > SLOW_INTERVAL_MS
    const most = slow ? Math.min(MOST_SLOW_DELAY_MS, 1.25 * intervalMs + uneven) : MOST_DELAY_MS
    delayMs = Math.max(LEAST_DELAY_MS, Math.min(most, 2 * intervalMs + uneven))
  }

  return {
    get atMs() {
      return atMs
    },
    get jumped() {
      return jumped
    },
    get intervalMs() {
      return intervalMs
    },
    get delayMs() {
      return delayMs
    },
    heard(stampMs, arrivalMs) {
      const gapMs = stampMs - lastStampMs
      lastStampMs = stampMs
      if (gapMs > 0 && gapMs < LONGEST_INTERVAL_MS) intervalMs += 0.15 * (gapMs - intervalMs)
      const wayMs = arrivalMs - stampMs
      if (wayMs > LONGEST_WAY_MS) return
      if (heard === 0) firstMs = arrivalMs
      ways[heard % HEARD] = wayMs
      heard += 1
      judge()
    },
    advance(sessionMs) {
      const elapsed = Math.max(0, sessionMs - sessionBefore)
      const wanted = usualWayMs + delayMs
      sessionBefore = sessionMs
      jumped = !(Math.abs(wanted - behindMs) < HOPELESS_MS)
      const change = sessionMs - firstMs < FIRST_MS ? FIRST_CHANGE : LARGEST_CHANGE
      const most = change * elapsed
      behindMs = jumped ? wanted : behindMs + Math.max(-most, Math.min(most, wanted - behindMs))
      atMs = sessionMs - behindMs
      return atMs
    },
  }
}
