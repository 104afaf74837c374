/** Exchanges remembered. */
const MOST = 24
/** Two quartz clocks drift apart by less than this, ms per ms; more is not believed. */
const LARGEST_DRIFT = 5e-4
/** Standard deviation of a drift before anything is known, and how sure it is ever known. */
const USUAL_DRIFT = 3e-5
/** Of an exchange that waited nowhere, ms. */
const NOISE_MS = 1

export interface ClockFit {
  readonly count: number
  /** Of the exchanges remembered, ms. */
  readonly shortestMs: number
  /** Asked at own time `t0`, answered at session time `session`, heard at own time `t1`; ms. */
  add(t0: number, session: number, t1: number): void
  forget(): void
  /** Session time less own time at own time `nowMs`, and what the difference gains per ms. After at least one exchange. */
  reckon(nowMs: number): { offsetMs: number; drift: number }
}

/**
 * What exchanges say of another clock. Each proves that the offset lies between session − t1 and session − t0: the way there
 * and the way back took some time. The best proof of either side, from whichever exchange, leaves the least room; an exchange
 * that waited on one way proves nothing wrong. Proofs age: by the drift, which is the slope of a line through all exchanges
 * (those that waited counting little), and by its doubt.
 */
export function createClockFit(): ClockFit {
  const asked = new Float64Array(MOST)
  const answered = new Float64Array(MOST)
  const told = new Float64Array(MOST)
  let heard = 0
  const count = () => Math.min(heard, MOST)
  const roundTrip = (i: number) => (answered[i] ?? 0) - (asked[i] ?? 0)
  const middle = (i: number) => ((asked[i] ?? 0) + (answered[i] ?? 0)) / 2

  function shortest(): number {
    let least = Infinity
    for (let i = 0; i < count(); i += 1) least = Math.min(least, roundTrip(i))
    return least
  }

  function driftOf(): number {
    const least = shortest()
    const weight = (i: number) => (1 + (roundTrip(i) - least) / 2 / NOISE_MS) ** -2
    let weights = 0
    let time = 0
    let offset = 0
    for (let i = 0; i < count(); i += 1) {
      weights += weight(i)
      time += weight(i) * middle(i)
      offset += weight(i) * ((told[i] ?? 0) - middle(i))
    }
    time /= weights
    offset /= weights
    let spread = (NOISE_MS / USUAL_DRIFT) ** 2
    let slope = 0
    for (let i = 0; i < count(); i += 1) {
      const away = middle(i) - time
      spread += weight(i) * away * away
      slope += weight(i) * away * ((told[i] ?? 0) - middle(i) - offset)
    }
    return Math.max(-LARGEST_DRIFT, Math.min(LARGEST_DRIFT, slope / spread))
  }

  return {
    get count() {
      return count()
    },
    get shortestMs() {
      return shortest()
    },
    add(t0, session, t1) {
      const at = heard % MOST
      asked[at] = t0
      answered[at] = t1
      told[at] = session
      heard += 1
    },
    forget() {
      heard = 0
    },
    reckon(nowMs) {
      const drift = driftOf()
      let least = -Infinity
      let most = Infinity
      for (let i = 0; i < count(); i += 1) {
        const age = nowMs - middle(i)
        const session = (told[i] ?? 0) + drift * age
        least = Math.max(least, session - (answered[i] ?? 0) - USUAL_DRIFT * age)
        most = Math.min(most, session - (asked[i] ?? 0) + USUAL_DRIFT * age)
      }
      return { offsetMs: (least + most) / 2, drift }
    },
  }
}
