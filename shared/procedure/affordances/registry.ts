import { z } from 'zod'
import type { Affordance, AnyAffordance } from './define-affordance.ts'
import { grab } from './grab.ts'
import { press } from './press.ts'
import { pull } from './pull.ts'
import { socket } from './socket.ts'
import { speakTo } from './speak-to.ts'
import { spray } from './spray.ts'
import { toggle } from './toggle.ts'
import { turn } from './turn.ts'

/** Every affordance there is. */
export const affordances: readonly AnyAffordance[] = [grab, socket, press, toggle, turn, pull, spray, speakTo]

/** Any of them, as the document schema. */
export const affordance: z.ZodType<Affordance> = z
  .discriminatedUnion(
    'type',
    affordances.map((a) => a.schema) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
  )
  .meta({ id: 'affordance' })

/** Names of everything that can be done with some entity. */
export const knownActions: ReadonlySet<string> = new Set(affordances.flatMap((a) => Object.keys(a.actions)))

const byType = new Map(affordances.map((a) => [a.type, a]))

export function affordanceOf(type: string): AnyAffordance {
  const found = byType.get(type)
  if (!found) throw new Error(`no affordance "${type}"`)
  return found
}
