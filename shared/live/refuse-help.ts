import { hasPlace, isPresent } from '#shared/procedure/who.ts'
import type { LiveRefusal } from './acts.ts'
import { isExam, plays, type ActOf, type At } from './at.ts'
import { LIVE_LIMITS } from './limits.ts'
import type { LiveAsker } from './permissions.ts'
import { stepAt } from './step-at.ts'
import type { LiveState } from './state.ts'

export function refuseAskHelp(
  { on }: ActOf<'ask-help'>,
  { help }: LiveState,
  by: string,
  at: At,
): LiveRefusal | null {
  if (help.some(({ person }) => person === by) === on) return 'already-so'
  if (!on) return null
  if (isExam(at) || at.state.phase !== 'running' || !plays(at, by)) return 'not-now'
  if (stepAt(at, by) === undefined) return 'not-now'
  return help.length >= LIVE_LIMITS.helpAsked ? 'too-many' : null
}

/** One helper for one person. */
export function refuseHelp(
  { person, on }: ActOf<'help'>,
  live: LiveState,
  by: string,
  at: At,
): LiveRefusal | null {
  const asked = live.help.find((each) => each.person === person)
  if (!on) return asked?.helper === by ? null : 'not-helping'
  if (asked === undefined) return at.here(person) === undefined ? 'unknown-person' : 'not-now'
  return asked.helper === null ? null : 'already-so'
}

/** One take-over at a time: there is one who acts for another, and everybody sees it. */
export function refuseTakeOver(
  { person }: ActOf<'take-over'>,
  live: LiveState,
  { person: by, kind }: LiveAsker,
  { compiled, state }: At,
): LiveRefusal | null {
  const asked = live.help.find((each) => each.person === person)
  if (asked === undefined || asked.helper !== by) return 'not-helping'
  if (live.takeOver !== null) return 'already-so'
  const [helped, helper] = [state.participants[person], state.participants[by]]
  if (state.phase !== 'running' || isExam({ compiled, state })) return 'not-now'
  if (helped === undefined || helped.bot || !hasPlace(helped)) return 'not-now'
  if (state.nodes[asked.step]?.status !== 'active') return 'not-now'
  if (helper === undefined)
    return kind === 'instructor' && !state.membership.removed.includes(by) ? null : 'not-now'
  return isPresent(helper) ? null : 'not-now'
}

export function refuseHandBack({ takeOver }: LiveState): LiveRefusal | null {
  return takeOver === null ? 'no-helper' : null
}
