import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { RunningServer } from '../start-server.ts'
import { poseOf } from './aim.ts'
import type { Beat } from './extinguisher-script.ts'
import type { Trainee } from './trainee.ts'

type Number = { readonly epoch: number; readonly seq: number }
/** An act that is on its way: nobody knows yet whether it was taken. */
export type Sent = { readonly beat: number; readonly number: Number }

export type Playing = {
  readonly script: readonly Beat[]
  readonly server: RunningServer
  readonly trainee: Trainee
  readonly session: string
  /** The tick at which the session stands. */
  readonly from?: number
  /** What was on its way when the line broke. */
  readonly unanswered?: Sent | undefined
  /** Called when a beat's pose and act have been heard and before time moves: where a fault may strike. */
  readonly onHeard?: (beat: number, sent: Sent | undefined) => void | Promise<void>
}

/**
 * Plays a script under the manual clock from where the session stands. An unanswered act is sent again under its first
 * number, and under a new one when the server does not know it, as the page does.
 *
 * @returns the answers of the acts, by beat
 */
export async function playScript({
  script,
  server,
  trainee,
  session,
  from = 0,
  unanswered,
  onHeard,
}: Playing): Promise<Map<number, IntentAnswer>> {
  const answers = new Map<number, IntentAnswer>()
  let begin = 0
  for (const [beat, { stance, act, ticks }] of script.entries()) {
    const end = begin + ticks
    if (end > from) {
      trainee.pose(poseOf(stance, beat))
      const due = act !== undefined && begin >= from ? act : undefined
      let sent =
        due === undefined
          ? undefined
          : trainee.act(due, unanswered?.beat === beat ? unanswered.number : undefined)
      // Two round trips: an immediate refusal is here before the second one.
      await trainee.heard()
      await trainee.heard()
      if (due !== undefined && sent?.refused() === 'stale-epoch') {
        sent = trainee.act(due)
        await trainee.heard()
      }
      await onHeard?.(beat, sent === undefined ? undefined : { beat, number: sent.number })
      await server.advance({ session, toTick: end })
      if (sent !== undefined) answers.set(beat, await sent.answer)
    }
    begin = end
  }
  return answers
}
