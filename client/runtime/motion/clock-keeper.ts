import type { SessionLink } from '#client/net/session-link.ts'
import type { SessionClock } from './session-clock.ts'

/** Wait before the next question, by how many answers there were: at once until the clock is fixed, then ever more rarely. */
const FIRST_MS = 0
const SETTLING_MS = 400
const SETTLED_MS = 10_000
const SETTLING = 24
/** Nobody answered. */
const RETRY_MS = 1000

export interface ClockKeeper {
  /** Asks when it is time. */
  step(nowMs: number): void
  dispose(): void
}

/** Asks the room for its time so that the clock stays right, and at once after every new connection. */
export function keepClock(
  link: Pick<SessionLink, 'requestClock' | 'status'>,
  clock: SessionClock,
  nowMs: () => number,
): ClockKeeper {
  let nextMs = -Infinity
  let asking = false

  async function ask() {
    asking = true
    const t0 = nowMs()
    const answer = await link.requestClock(t0)
    const t1 = nowMs()
    asking = false
    nextMs = Math.min(nextMs, t1 + RETRY_MS)
    if (answer?.t0 !== t0) return
    clock.heard(t0, answer.session, t1)
    nextMs = t1 + (!clock.fixed ? FIRST_MS : clock.exchanges < SETTLING ? SETTLING_MS : SETTLED_MS)
  }

  return {
    step(now) {
      if (asking || now < nextMs) return
      nextMs = Infinity
      void ask()
    },
    dispose: link.status.subscribe((status) => {
      if (status === 'online') nextMs = -Infinity
    }),
  }
}
