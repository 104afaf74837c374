import type { ActOf } from './at.ts'
import type { Doing } from './doing.ts'
import type { Allowance, LiveState } from './state.ts'
import { without } from './without.ts'

export function raiseHand(live: LiveState, { by, tell }: Doing): LiveState {
  tell({ what: 'hand', person: by, on: true })
  return { ...live, hands: [...live.hands, by] }
}

export function lowerHand(live: LiveState, person: string, { tell }: Pick<Doing, 'tell'>): LiveState {
  tell({ what: 'hand', person, on: false })
  return { ...live, hands: without(live.hands, person) }
}

export function allow(live: LiveState, { what, person, on }: ActOf<'allow'>, { tell }: Doing): LiveState {
  tell({ what: 'allowed', allowance: what, person, on })
  const name = what === 'draw' ? 'mayDraw' : 'maySpeak'
  return { ...live, [name]: allowed(live[name], person, on) }
}

/** Said of everybody it holds for each; said of one it holds whatever everybody may. */
function allowed({ everybody, people, not }: Allowance, person: string, on: boolean): Allowance {
  if (person === '') return { everybody: on, people: [], not: [] }
  const [others, against] = [without(people, person), without(not, person)]
  return on
    ? { everybody, people: [...others, person], not: against }
    : { everybody, people: others, not: [...against, person] }
}
