import { performs } from '#shared/live/at.ts'
import { forgetPerson, isMentioned } from '#shared/live/gone.ts'
import { dropHelp } from '#shared/live/help.ts'
import { closePoll } from '#shared/live/poll.ts'
import { countAnew, endWatching } from '#shared/live/watching.ts'
import type { CompiledStep } from './compiled.ts'
import { doingOf } from './doing-of.ts'
import type { Draft } from './draft.ts'
import { endStandIn } from './stand-in.ts'

/** What was for this step is over with it. */
export function settleStep(draft: Draft, step: CompiledStep): void {
  const { live } = draft.state
  if (!live) return
  const doing = doingOf(draft, live.leader ?? '')
  draft.state.live = countAnew(live, step.id, (person) => follows(draft, person, step), doing)
  if (live.takeOver?.step === step.id) endStandIn(draft, 'step-ended')
  const helped = dropHelp(draft.state.live, (asked) => asked.step === step.id, doing)
  draft.state.live = helped.poll?.correct === step.id ? closePoll(helped, doing) : helped
}

/** The path is another one: what was for any step is over. */
export function settleSteps(draft: Draft): void {
  if (!draft.state.live) return
  endStandIn(draft, 'step-ended')
  const doing = doingOf(draft, draft.state.live.leader ?? '')
  draft.state.live = closePoll(
    dropHelp(draft.state.live, () => true, doing),
    doing,
  )
}

/** Before the last event. */
export function settleEnd(draft: Draft): void {
  if (!draft.state.live) return
  endStandIn(draft, 'session-ended')
  settleSteps(draft)
  const { leader, haltedBy } = draft.state.live
  const doing = doingOf(draft, leader ?? '')
  if (haltedBy !== null) doing.tell({ what: 'halted', on: false }, haltedBy)
  draft.state.live = { ...endWatching(draft.state.live, () => true, doing), haltedBy: null }
}

/** Somebody is gone for good, or too long. */
export function settlePerson(draft: Draft, person: string): void {
  const { live } = draft.state
  if (!live || !isMentioned(live, person)) return
  if (live.takeOver?.helper === person || live.takeOver?.person === person) endStandIn(draft, 'gone')
  draft.state.live = forgetPerson(draft.state.live ?? live, person, doingOf(draft, person))
}

/** Does what this person sees belong to the step? What who has no role sees belongs to any. */
function follows({ state }: Draft, person: string, step: CompiledStep): boolean {
  const { role = '', standIn } = state.participants[person] ?? {}
  return (role === '' && standIn === undefined) || performs({ state }, person, step)
}
