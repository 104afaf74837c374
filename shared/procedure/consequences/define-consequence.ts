import type { z } from 'zod'
import type { Effect } from '../compiled.ts'
import { emit, type Draft } from '../draft.ts'

/** Any consequence as it stands in a document; the registry says which exist and what else they hold. */
export interface Consequence {
  readonly type: string
  readonly [key: string]: unknown
}

export interface ConsequenceSite {
  /** What an id or a group names when it happens; of a personal thing those of the people it is for. */
  things(idOrGroup: string): (draft: Draft) => readonly string[]
}

export interface AnyConsequence {
  readonly type: string
  readonly schema: z.ZodObject
  readonly doc: string
  compile(consequence: Consequence, site: ConsequenceSite): Effect
}

/** Something that happens because of a rule or a transition, in document order. */
export function defineConsequence<Schema extends z.ZodObject>(definition: {
  type: string
  schema: Schema
  doc: string
  compile: (consequence: z.output<Schema>, site: ConsequenceSite) => Effect
}): AnyConsequence {
  return {
    type: definition.type,
    schema: definition.schema,
    doc: definition.doc,
    compile: (consequence, site) => definition.compile(consequence as unknown as z.output<Schema>, site),
  }
}

/** Shows, sounds or is felt at the clients; nothing in the state remembers it. */
export function cue(draft: Draft, { type, ...data }: { readonly type: string }, actor: string): void {
  emit(draft, { type: 'cue', kind: type, data, ...(actor === '' ? {} : { actor }) })
}
