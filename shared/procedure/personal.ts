import { openHand } from './affordances/holding.ts'
import type { Compiled, CompiledEntity } from './compiled.ts'
import { own, type Draft } from './draft.ts'
import type { EntityState, Participant } from './state.ts'

/** One person's own copy of a personal thing: the template's id and the person's number. */
export function instanceOf(template: string, number: number): string {
  return `${template}@${number}`
}

/** The id that documents know a thing by; of any other thing its own. */
export function templateOf(id: string): string {
  const at = id.indexOf('@')
  return at === -1 ? id : id.slice(0, at)
}

/** Number of the person whose own it is; 0 for what is nobody's. */
export function numberOf(id: string): number {
  const at = id.indexOf('@')
  return at === -1 ? 0 : Number(id.slice(at + 1))
}

export function entityOf(compiled: Compiled, id: string): CompiledEntity | undefined {
  return compiled.entities.get(templateOf(id))
}

/** What this person means by that id: of a personal thing the own one, whether named by its template or not. */
export function ownThing(compiled: Compiled, id: string, person: Pick<Participant, 'number'>): string {
  const isTemplate = compiled.entities.get(id)?.document.personal
  return isTemplate ? instanceOf(id, person.number) : id
}

/** Things that a name in the documents stands for now: each itself, of a personal one those of these people. */
export function thingsOf(
  compiled: Compiled,
  ids: readonly string[],
  people: readonly Pick<Participant, 'number'>[],
): string[] {
  return ids.flatMap((id) =>
    compiled.entities.get(id)?.document.personal ? people.map(({ number }) => instanceOf(id, number)) : [id],
  )
}

/** Everything that everybody here has for oneself and that is missing is there, where the document puts it. */
export function bringPersonalThings(draft: Draft): void {
  const { compiled, state } = draft
  for (const { number } of Object.values(state.participants))
    for (const template of compiled.personal) {
      const id = instanceOf(template.id, number)
      if (!Object.hasOwn(draft.state.entities, id))
        own(draft, 'entities')[id] = entityAtStart(template.document.states?.initial)
    }
}

/** Of a person who is gone for good nothing is left about, nor in other hands. */
export function takePersonalThingsAway(draft: Draft, { number }: Pick<Participant, 'number'>): void {
  for (const { id: template, document } of draft.compiled.personal) {
    const id = instanceOf(template, number)
    const place = draft.state.entities[id]?.place
    if (place?.kind === 'held') openHand(draft, place.by, place.hand)
    own(draft, 'entities')[id] = { ...entityAtStart(document.states?.initial), hidden: true }
  }
}

/** Is it a thing of somebody who is gone for good? */
export function isLeftBehind({ state }: Draft, id: string): boolean {
  const number = numberOf(id)
  return state.membership.removed.some((person) => state.participants[person]?.number === number)
}

export function entityAtStart(state: string | undefined): EntityState {
  return { place: { kind: 'home' }, ...(state === undefined ? {} : { state }) }
}
