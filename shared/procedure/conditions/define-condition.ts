import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import type { SensorSpec } from '../sensor.ts'
import type { Test } from '../compiled.ts'
import type { Who } from '../who.ts'

/** Any condition as it stands in a document; the registry says which exist and what else they hold. */
export interface Condition {
  readonly type: string
  readonly [key: string]: unknown
}

/** Where a condition stands, and what compiling gives it. */
export interface ConditionSite {
  /** The step whose transition this is; null in a rule. */
  readonly step: string | null
  /** Whom it asks: the roles it names itself, else those of its step or rule. */
  who(condition: Condition): Who
  /** Ids of entities that an id or a group name stands for. */
  expand(idOrGroup: string): readonly string[]
  isPersonal(entity: string): boolean
  /** Compiles a part of this condition; `name` tells it from its siblings. */
  part(condition: Condition, name: string): Test
  /** Key in `state.memory`, unique in the document, forgotten whenever the step starts anew. */
  memoryKey(): string
}

/** Fields of every condition that asks about people. */
export const whoFields = {
  /** Of somebody, or of each who has such a role (of whom there must be one). */
  who: z.enum(['any', 'each']).optional(),
  /** Instead of those of the step or rule; none: everybody. */
  roles: z.array(documentId).optional(),
}

/** Looser view of a definition, as compilers and listings see it. */
export interface AnyCondition {
  readonly type: string
  readonly schema: z.ZodObject
  /** One sentence for authors. */
  readonly doc: string
  sensors(condition: Condition): readonly SensorSpec[]
  parts(condition: Condition): readonly Condition[]
  compile(condition: Condition, site: ConditionSite): Test
}

/**
 * A pure question about the state, asked of every active step and rule. Without a reading a sensor condition is false.
 *
 * @example see `near.ts`; add a file, add it to `registry.ts`, done.
 */
export function defineCondition<Schema extends z.ZodObject>(definition: {
  type: string
  schema: Schema
  doc: string
  sensors?: (condition: z.output<Schema>) => readonly SensorSpec[]
  parts?: (condition: z.output<Schema>) => readonly Condition[]
  compile: (condition: z.output<Schema>, site: ConditionSite) => Test
}): AnyCondition {
  type Document = z.output<Schema>
  return {
    type: definition.type,
    schema: definition.schema,
    doc: definition.doc,
    sensors: (condition) => definition.sensors?.(condition as unknown as Document) ?? [],
    parts: (condition) => definition.parts?.(condition as unknown as Document) ?? [],
    compile: (condition, site) => definition.compile(condition as unknown as Document, site),
  }
}
