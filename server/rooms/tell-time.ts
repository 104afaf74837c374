import { clockRequest } from '#shared/protocol/member-messages.ts'
import type { ClockAnswer } from '#shared/protocol/members.ts'

/**
 * Answers `room.request('clock', …)`, at once and from memory: whoever asks reckons with the time on the way, not with ours.
 * @param sessionMs session time now, fractions welcome; null: not a question
 */
export function tellTime(payload: unknown, sessionMs: number): ClockAnswer | null {
  const asked = clockRequest.safeParse(payload)
  return asked.success ? { t0: asked.data.t0, session: sessionMs } : null
}
