import { createClockFit } from './clock-fit.ts'

/** Exchanges before the clock counts: one alone may have waited. */
const FIRST_FIX = 3
/** Corrections are spread: 20 ms a second. */
const SLEW = 0.02
/** Further off than an exchange can be wrong, and this: the server has another clock now, or this machine slept. */
const OTHER_CLOCK_MS = 1000

/** Session time as reckoned here. After its first fix it never jumps and never goes back. */
export interface SessionClock {
  /** False before the first fix, and after the other clock changed, until the next. */
  readonly fixed: boolean
  /** Session time in ms; only when fixed. */
  at(nowMs: number): number
  /** An exchange: asked at `t0` and answered at `t1`, own clock; `session` between. */
  heard(t0: number, session: number, t1: number): void
  /** Exchanges since it began anew. */
  readonly exchanges: number
  /** The shortest round trip of late, ms. */
  readonly roundTripMs: number
}

export function createSessionClock(): SessionClock {
  const fit = createClockFit()
  let exchanges = 0
  let fixed = false
  let anchorMs = 0
  let anchorSession = 0
  let drift = 0
  let correctionMs = 0

  function at(nowMs: number): number {
    const elapsed = nowMs - anchorMs
    const most = Math.max(0, elapsed) * SLEW
    return anchorSession + elapsed * (1 + drift) + Math.max(-most, Math.min(most, correctionMs))
  }

  function isOtherClock(t0: number, session: number, t1: number): boolean {
    return fixed && Math.abs(session - at((t0 + t1) / 2)) > (t1 - t0) / 2 + OTHER_CLOCK_MS
  }

  return {
    get fixed() {
      return fixed
    },
    get exchanges() {
      return exchanges
    },
    get roundTripMs() {
      return fit.shortestMs
    },
    at,
    heard(t0, session, t1) {
      if (isOtherClock(t0, session, t1)) {
        fit.forget()
        exchanges = 0
        fixed = false
      }
      fit.add(t0, session, t1)
      exchanges += 1
      if (exchanges < FIRST_FIX) return
      const reckoned = fit.reckon(t1)
      const wanted = t1 + reckoned.offsetMs
      anchorSession = fixed ? at(t1) : wanted
      anchorMs = t1
      drift = reckoned.drift
      correctionMs = wanted - anchorSession
      fixed = true
    },
  }
}
