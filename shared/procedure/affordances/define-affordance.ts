import type { z } from 'zod'
import type { Draft } from '../draft.ts'
import type { Intent, Refusal } from '../intent.ts'

/** Any affordance as it stands in a document; the registry says which exist and what else they hold. */
export interface Affordance {
  readonly type: string
  readonly [key: string]: unknown
}

/** One thing that can be done with an entity. The intent's target is that entity. */
export interface Action<Document> {
  /** Puts things back or stops something: no lock of the mode forbids it. */
  alwaysFree?: boolean
  check(draft: Draft, intent: Intent & { target: string }, affordance: Document): Refusal | null
  apply(draft: Draft, intent: Intent & { target: string }, affordance: Document): void
}

export interface AnyAffordance {
  readonly type: string
  readonly schema: z.ZodObject
  readonly doc: string
  /** Farthest from hand or head, mm. */
  readonly reachMm: number
  readonly actions: Readonly<Record<string, Action<Affordance>>>
}

export function defineAffordance<Schema extends z.ZodObject>(definition: {
  type: string
  schema: Schema
  doc: string
  reachMm: number
  actions: Readonly<Record<string, Action<z.output<Schema>>>>
}): AnyAffordance {
  return definition as unknown as AnyAffordance
}
