import { z } from 'zod'
import { acted } from './acted.ts'
import { all } from './all.ts'
import { amplitude } from './amplitude.ts'
import { any } from './any.ts'
import { between } from './between.ts'
import { compare } from './compare.ts'
import { count } from './count.ts'
import type { AnyCondition, Condition } from './define-condition.ts'
import { elapsed } from './elapsed.ts'
import { event } from './event.ts'
import { held } from './held.ts'
import { holds } from './holds.ts'
import { inSocket } from './in-socket.ts'
import { inZone } from './in-zone.ts'
import { lookedAt } from './looked-at.ts'
import { mode } from './mode.ts'
import { near } from './near.ts'
import { not } from './not.ts'
import { onePerson } from './one-person.ts'
import { pointedAt } from './pointed-at.ts'
import { released } from './released.ts'
import { rolePresent } from './role-present.ts'
import { simultaneous } from './simultaneous.ts'
import { squeezing } from './squeezing.ts'
import { stateIs } from './state-is.ts'

const nested: z.ZodType<Condition> = z.lazy(() => condition)

/** Every condition there is. */
export const conditions: readonly AnyCondition[] = [
  all(nested),
  any(nested),
  not(nested),
  holds(nested),
  count(nested),
  onePerson(nested),
  simultaneous,
  acted,
  held,
  released,
  inSocket,
  stateIs,
  compare,
  inZone,
  near,
  lookedAt,
  pointedAt,
  between,
  amplitude,
  squeezing,
  elapsed,
  event,
  rolePresent,
  mode,
]

/** Any of them, as the document schema. */
export const condition: z.ZodType<Condition> = z
  .discriminatedUnion(
    'type',
    conditions.map((c) => c.schema) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
  )
  .meta({ id: 'condition' })

const byType = new Map(conditions.map((c) => [c.type, c]))

export function conditionOf(type: string): AnyCondition {
  const found = byType.get(type)
  if (!found) throw new Error(`no condition "${type}"`)
  return found
}
