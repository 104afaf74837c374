import type { LiveRefusal } from './acts.ts'
import { isExam, type ActOf, type At } from './at.ts'
import { LIVE_LIMITS } from './limits.ts'
import { isText } from './points.ts'
import type { LiveState } from './state.ts'

export function refuseHint({ to, text }: ActOf<'hint'>, at: At): LiveRefusal | null {
  if (!isText(text)) return 'malformed'
  if (text.length > LIVE_LIMITS.hintChars) return 'too-long'
  if (at.here(to) === undefined) return 'unknown-person'
  return isExam(at) ? 'not-now' : null
}

export function refuseHand(
  { on }: ActOf<'raise-hand'>,
  { hands }: LiveState,
  by: string,
): LiveRefusal | null {
  if (hands.includes(by) === on) return 'already-so'
  return on && hands.length >= LIVE_LIMITS.hands ? 'too-many' : null
}

/** Also of somebody who is away. */
export function refuseLowerHand({ person }: ActOf<'lower-hand'>, { hands }: LiveState): LiveRefusal | null {
  return hands.includes(person) ? null : 'already-so'
}

export function refuseAllow(
  { what, person, on }: ActOf<'allow'>,
  live: LiveState,
  at: At,
): LiveRefusal | null {
  const { everybody, people, not } = what === 'draw' ? live.mayDraw : live.maySpeak
  if (person === '') return everybody === on && people.length === 0 && not.length === 0 ? 'already-so' : null
  if (at.here(person) === undefined && at.state.participants[person] === undefined) return 'unknown-person'
  const list = on ? people : not
  if (list.includes(person)) return 'already-so'
  return list.length >= LIVE_LIMITS.allowed ? 'too-many' : null
}
