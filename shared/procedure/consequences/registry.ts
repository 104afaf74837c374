import { z } from 'zod'
import { alarm, animate, bookmark, haptic, playSound, say, simulateInjury } from './cues.ts'
import type { AnyConsequence, Consequence } from './define-consequence.ts'
import { hide, highlight, lock, show, unlock } from './entity-flags.ts'
import { end, goTo, restoreCheckpoint } from './flow.ts'
import { recordMistake } from './mistake.ts'
import { setState } from './set-state.ts'
import { setVar } from './set-var.ts'
import { startSimulation, stopSimulation } from './simulations.ts'

/** Every consequence there is. */
export const consequences: readonly AnyConsequence[] = [
  setVar,
  setState,
  lock,
  unlock,
  show,
  hide,
  highlight,
  say,
  playSound,
  haptic,
  animate,
  startSimulation,
  stopSimulation,
  alarm,
  simulateInjury,
  recordMistake,
  goTo,
  restoreCheckpoint,
  bookmark,
  end,
]

/** Any of them, as the document schema. */
export const consequence: z.ZodType<Consequence> = z
  .discriminatedUnion(
    'type',
    consequences.map((c) => c.schema) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
  )
  .meta({ id: 'consequence' })

const byType = new Map(consequences.map((c) => [c.type, c]))

export function consequenceOf(type: string): AnyConsequence {
  const found = byType.get(type)
  if (!found) throw new Error(`no consequence "${type}"`)
  return found
}
