import type { EngineState } from '#shared/procedure/state.ts'

/** The step that is asked for just now: what comes next is not told to who has to say it. */
export function askedFor(live: EngineState['live']): string | undefined {
  return live?.poll && !live.poll.closed ? live.poll.correct : undefined
}
