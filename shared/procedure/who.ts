import type { Test } from './compiled.ts'
import type { Draft } from './draft.ts'
import { someone } from './draft.ts'
import type { Participant } from './state.ts'

/** Roles whose people are meant; null: everybody. */
export type Gate = ReadonlySet<string> | null

/** Of whom a condition must be true: of somebody, or of each who has such a role (of whom there must be one). */
export interface Who {
  readonly gate: Gate
  readonly each: boolean
}

export type AskPerson = (draft: Draft, actor: string, person: Participant) => boolean

/** Asks people one by one. Whom it found is the draft's witness: whatever comes of it is about that person. */
export function ask({ gate, each }: Who, test: AskPerson): Test {
  if (each) return (draft) => askEach(draft, gate, test)
  return (draft) => {
    const { only, state } = draft
    for (const actor in state.participants) {
      const person = state.participants[actor]
      if (person === undefined || (only !== null && only !== actor && only !== person.standIn?.person))
        continue
      // As `actsIn`, in line: this is most of what asking costs.
      const { role, standIn } = person
      if (gate !== null && !gate.has(role) && !(standIn && gate.has(standIn.role))) continue
      if (!test(draft, actor, person)) continue
      draft.witness = actor
      return true
    }
    return false
  }
}

function askEach(draft: Draft, gate: Gate, test: AskPerson): boolean {
  let asked = 0
  for (const [actor, person] of Object.entries(draft.state.participants)) {
    if (!hasPlace(person) || !isIn(gate, person) || (draft.only !== null && draft.only !== actor)) continue
    if (!test(draft, actor, person) && !testStandIn(draft, actor, test)) return false
    draft.witness = actor
    asked += 1
  }
  return asked > 0
}

/** What somebody holds and measures in a person's place counts as that person's. */
function testStandIn(draft: Draft, actor: string, test: AskPerson): boolean {
  const { live, participants } = draft.state
  const helper = live?.takeOver?.person === actor ? live.takeOver.helper : undefined
  const person = helper === undefined ? undefined : participants[helper]
  return helper !== undefined && person !== undefined && test(draft, helper, person)
}

/** Is that person asked now? */
export function isMeant({ only, state }: Draft, gate: Gate, actor: string): boolean {
  const person = state.participants[actor]
  return (only === null || only === actor || only === person?.standIn?.person) && actsIn(gate, person)
}

export function isIn(gate: Gate, person: Participant | undefined): boolean {
  return person !== undefined && (gate === null || gate.has(person.role))
}

/** Is one of them, or stands in for one. */
export function actsIn(gate: Gate, person: Participant | undefined): boolean {
  return isIn(gate, person) || (person?.standIn !== undefined && gate?.has(person.standIn.role) === true)
}

/** Takes part now. */
export function isPresent({ connected, pausedBy }: Participant): boolean {
  return connected && pausedBy === null
}

/** Has a role and keeps it: who was lost or paused does, who left on purpose does not. */
export function hasPlace({ role, connected, pausedBy }: Participant): boolean {
  return role !== '' && (connected || pausedBy !== null)
}

/** Whom something in a step or rule for these roles is about: who acted, who made it true, or the first who is there. */
export function aboutWhom(draft: Draft, gate: Gate, by: string): string {
  const { participants } = draft.state
  for (const actor of [by, draft.witness]) if (actor !== '' && actsIn(gate, participants[actor])) return actor
  let first: string | undefined
  for (const actor in participants) {
    const person = participants[actor]
    if (person === undefined || !isIn(gate, person)) continue
    if (isPresent(person)) return actor
    first ??= actor
  }
  return first ?? someone(draft)
}
