import type { z } from 'zod'
import type { SensorSpec } from '#shared/procedure/sensor.ts'

/** Any simulation as it stands in a workplace; the registry says which exist and what else they hold. */
export interface Simulation {
  readonly type: string
  readonly id: string
  readonly [key: string]: unknown
}

/** All that a model may know of the world. */
export interface SimulationContext {
  /** Person who holds the entity. */
  holderOf(entity: string): string | undefined
  /** How far its holder squeezes this tool, per cent. */
  squeezeOf(tool: string): number
  reading(actor: string, sensor: string): number | undefined
  stateOf(entity: string): string | undefined
  /** What a simulation published before this in the same tick, or in the last one; 0 when there is no such signal. */
  signal(simulation: string, name: string): number
  variable(name: string): number | undefined
}

export type SimulationEvent =
  | { what: 'tool-used'; tool: string; actor: string; durationMs: number }
  | { what: SimulationFact; value?: number }
export type SimulationFact = 'ignited' | 'spread' | 'out' | 'reignited' | 'out-of-control' | 'shock' | 'empty'

/** Integers only. `running` is 1 while it runs. */
export type SimulationState = Readonly<Record<string, number>>

export interface SimulationStep {
  /** The same object when nothing changed. */
  sim: SimulationState
  /** By name, without the simulation's; those left out stay as they were. */
  signals: Readonly<Record<string, number>>
  events: readonly SimulationEvent[]
}

export interface SimulationModel<Params> {
  readonly type: string
  readonly schema: z.ZodObject
  readonly doc: string
  sensors(params: Params): readonly SensorSpec[]
  initial(params: Params): { sim: SimulationState; signals: Readonly<Record<string, number>> }
  step(sim: SimulationState, context: SimulationContext, params: Params, dtMs: number): SimulationStep
}

/** A fixed-tick model: pure, integers in and out, + − × ÷ inside. */
export function defineSimulation<Schema extends z.ZodObject>(
  definition: { type: string; schema: Schema; doc: string } & Omit<
    SimulationModel<z.output<Schema>>,
    'type' | 'schema' | 'doc'
  >,
): SimulationModel<unknown> {
  return definition
}
