/** Service time: ticket expiry, abandonment, retries. Sessions get their ticks from a Ticker. */
export interface Clock {
  nowMs(): number
  /** Calls back once after `ms`; returns what stops it. */
  after(ms: number, callback: () => void): () => void
}

/** Drives ticks of 50 ms. Under a manual clock nothing ticks by itself. */
export interface Ticker {
  /** Returns what stops it. */
  every(ms: number, callback: () => void): () => void
}

export const realClock: Clock = {
  nowMs: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

const CATCH_UP_LIMIT = 5

/** Keeps the average rate on a busy machine: up to five late ticks are made up, more are dropped (the session simply runs later). */
export const realTicker: Ticker = {
  every(ms, callback) {
    let next = performance.now() + ms
    const timer = setInterval(() => {
      const now = performance.now()
      if (now - next > ms * CATCH_UP_LIMIT) next = now
      for (; next <= now; next += ms) callback()
    }, ms / 2)
    return () => clearInterval(timer)
  },
}

export const stoppedTicker: Ticker = { every: () => () => {} }

export interface ManualClock extends Clock {
  /** Moves time forward, calling what falls due in order. */
  advance(ms: number): void
}

export function createManualClock(startMs: number): ManualClock {
  let now = startMs
  let timers: { dueMs: number; callback: () => void }[] = []
  return {
    nowMs: () => now,
    after(ms, callback) {
      const timer = { dueMs: now + ms, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const due = timers.filter(({ dueMs }) => dueMs <= end).toSorted((a, b) => a.dueMs - b.dueMs)[0]
        if (due === undefined) break
        timers = timers.filter((other) => other !== due)
        now = Math.max(now, due.dueMs)
        due.callback()
      }
      now = end
    },
  }
}
