import type { LiveAct, LiveRefusal } from '#shared/live/acts.ts'
import { applyAct } from '#shared/live/apply.ts'
import { liveOf, type At } from '#shared/live/at.ts'
import { decide } from '#shared/live/decide.ts'
import { POLL_MS } from '#shared/live/limits.ts'
import type { LiveAsker } from '#shared/live/permissions.ts'
import { closePoll } from '#shared/live/poll.ts'
import { activeSteps } from './active-steps.ts'
import { askNext } from './ask-next.ts'
import { doingOf } from './doing-of.ts'
import type { Draft } from './draft.ts'
import type { Input } from './input.ts'
import { moveSteps } from './move-steps.ts'
import { settlePerson } from './settle-live.ts'
import { settlePhase } from './settle-phase.ts'
import { endStandIn } from './stand-in.ts'
import { takeOver } from './take-over.ts'
import { rememberThings } from './used-things.ts'

/** Half a minute of the run: so long a lost person keeps a part in the live session. */
const KEPT_TICKS = 600

/** An act of the live session. What cannot be done any more changes nothing, and says why. */
export function takeLive(
  draft: Draft,
  { by, as, moderates, act }: Extract<Input, { kind: 'live' }>,
): LiveRefusal | null {
  const asker = { person: by, kind: as, moderates: moderates === true }
  const refusal = decide(act, asker, atOf(draft, asker))
  if (refusal !== null) return refusal
  const { takeOver: taken } = liveOf(draft.state)
  const isFirst = draft.state.live === undefined
  if (act.act === 'ask-help' && taken?.person === by) endStandIn(draft, 'handed-back')
  if (act.act === 'help' && taken?.helper === by && taken.person === act.person)
    endStandIn(draft, 'handed-back')
  draft.state.live = applyAct(act, liveOf(draft.state), doingOf(draft, by))
  if (isFirst) for (const step of activeSteps(draft.compiled, draft.state.nodes)) rememberThings(draft, step)
  moveProcedure(draft, by, act)
  return null
}

function moveProcedure(draft: Draft, by: string, act: LiveAct): void {
  switch (act.act) {
    case 'pause-all':
      return settlePhase(draft)
    case 'step':
      return moveSteps(draft, by, act.move, act.step)
    case 'take-over':
      return takeOver(draft, by, act.person)
    case 'hand-back':
      return endStandIn(draft, 'handed-back')
    case 'ask-next':
      return askNext(draft, by)
    default:
  }
}

/**
 * Of somebody who takes no part in the procedure; who does is settled when they leave, or were lost for long: but while they
 * stop everybody no time passes.
 */
export function takeGone(draft: Draft, person: string): void {
  const { connected = false, pausedBy = null } = draft.state.participants[person] ?? {}
  if (connected || (pausedBy !== null && draft.state.live?.haltedBy !== person)) return
  settlePerson(draft, person)
  settlePhase(draft)
}

/** With every tick. */
export function tickLive(draft: Draft): void {
  const { live, participants, tick, timeMs } = draft.state
  if (!live) return
  if (live.poll && !live.poll.closed && timeMs - live.poll.askedMs >= POLL_MS)
    draft.state.live = closePoll(live, doingOf(draft, live.leader ?? ''))
  for (const person in participants) {
    const { awayTick } = participants[person] ?? {}
    if (awayTick !== undefined && tick - awayTick === KEPT_TICKS) settlePerson(draft, person)
  }
  // A step or a take-over that ended may leave nobody who has something to do.
  settlePhase(draft)
}

/** The authority knew who is here; the state knows who is certainly not. Who took part before may only watch now. */
function atOf({ compiled, state }: Draft, asker: LiveAsker): At {
  return {
    compiled,
    state,
    here(person) {
      if (state.membership.removed.includes(person)) return undefined
      if (person === asker.person && asker.kind === 'spectator') return 'spectator'
      const participant = state.participants[person]
      if (participant === undefined) return 'instructor'
      const { bot, connected, pausedBy } = participant
      return !bot && (connected || pausedBy !== null) ? 'participant' : undefined
    },
  }
}
