import { z } from 'zod'
import type { Simulation, SimulationModel } from './define-simulation.ts'
import { extinguisher } from './extinguisher.ts'
import { fire } from './fire.ts'

/** Every simulation there is. */
export const simulationModels: readonly SimulationModel<unknown>[] = [extinguisher, fire]

/** Any of them, as the document schema. */
export const simulation: z.ZodType<Simulation> = z
  .discriminatedUnion(
    'type',
    simulationModels.map((s) => s.schema) as unknown as [z.ZodObject<{ type: z.ZodLiteral<string> }>],
  )
  .meta({ id: 'simulation' }) as unknown as z.ZodType<Simulation>

const byType = new Map(simulationModels.map((s) => [s.type, s]))

export function simulationModelOf(type: string): SimulationModel<unknown> {
  const found = byType.get(type)
  if (!found) throw new Error(`no simulation "${type}"`)
  return found
}
