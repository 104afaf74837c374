import type { Draft } from './draft.ts'
import type { Participant } from './state.ts'
import { hasPlace, isIn, type Gate } from './who.ts'

/** People, no bots, who have such a role: whom records of what these roles do are about. Undefined in a run of one. */
export function peopleIn(draft: Draft, gate: Gate): string[] | undefined {
  return among(draft, (person) => hasPlace(person) && isIn(gate, person))
}

/** Also those who left before the end. */
export function allWhoTookPart(draft: Draft): string[] | undefined {
  return among(draft, ({ role }) => role !== '')
}

/** Of one person's doing: nobody when it was a bot; else the event names its actor. */
export function unlessBot({ state }: Draft, actor: string): [] | undefined {
  return state.participants[actor]?.bot ? [] : undefined
}

/** Of what this person did alone, where the event does not name an actor. */
export function onlyOf(draft: Draft, actor: string): string[] | undefined {
  return unlessBot(draft, actor) ?? (isRunOfOne(draft) ? undefined : [actor])
}

function among(draft: Draft, wanted: (person: Participant) => boolean): string[] | undefined {
  if (isRunOfOne(draft)) return undefined
  return Object.entries(draft.state.participants)
    .filter(([, person]) => !person.bot && wanted(person))
    .map(([actor]) => actor)
}

function isRunOfOne({ state }: Draft): boolean {
  return Object.keys(state.participants).length < 2
}
