import { z } from 'zod'
import { documentId } from '#shared/scenario/common.ts'
import { agentKind } from './agent.ts'
import { defineSimulation, type SimulationEvent, type SimulationState } from './define-simulation.ts'
import { attack } from './fire-attack.ts'
import { burn, type Burning } from './fire-burning.ts'

const milli = z.int().min(0).max(1000)
const growthMs = z.int().min(2000).max(3_600_000)

export const fireSchema = z.strictObject({
  type: z.literal('fire'),
  id: documentId,
  /** Place of the base of the flames: what has to be aimed at. */
  base: documentId,
  /** Per mille of a fully involved bin at the start. */
  initial: milli.default(150),
  doublingMs: growthMs.default(30_000),
  /** Electrical equipment beside it; a class C fire while the switch is in the state `on`. */
  appliance: z
    .strictObject({
      entity: documentId,
      switch: documentId,
      on: documentId,
      doublingMs: growthMs.default(25_000),
    })
    .optional(),
  pinboard: z.strictObject({ doublingMs: growthMs.default(20_000) }).optional(),
  /** Bin intensity from which the neighbours heat up. */
  spreadsAt: milli.default(550),
  /** Bin intensity from which nobody should fight it. */
  outOfControlAt: milli.default(950),
  /** What can be brought against it. */
  extinguishers: z
    .array(z.strictObject({ simulation: documentId, entity: documentId, agent: agentKind }))
    .default([]),
  /** Variable with the pace of growth in per mille of the real one, for beginners. */
  paceVariable: documentId.optional(),
  autostart: z.boolean().default(true),
})
export type FireParams = z.output<typeof fireSchema>

export const fire = defineSimulation({
  type: 'fire',
  schema: fireSchema,
  doc: 'A small fire of ordinary combustibles that grows exponentially, spreads, fills the room with smoke, and flares up again from stored heat. Signals: intensity, appliance, pinboard, smoke, hit (per mille); out, outOfControl, shock (0/1).',
  sensors: ({ base, appliance }) => [
    { kind: 'aim', target: base },
    { kind: 'sweep', target: base },
    { kind: 'distance', target: base },
    ...(appliance ? [{ kind: 'aim', target: appliance.entity } as const] : []),
  ],
  initial(params) {
    const start = params.initial * 1000
    const sim = {
      running: params.autostart ? 1 : 0,
      bin: start,
      heat: 300_000,
      appliance: 0,
      applianceHeat: 0,
      pinboard: 0,
      pinboardHeat: 0,
      smoke: 0,
      outMs: 0,
      outOfControl: 0,
      sweepAt: 0,
      sweepAgeMs: 10_000,
    }
    return { sim, signals: signalsOf(sim as Burning, 0, 0) }
  },
  step(before, context, params, dtMs) {
    const sim = before as Burning
    const energised =
      params.appliance !== undefined && context.stateOf(params.appliance.switch) === params.appliance.on
    const hit = attack(sim, context, params, energised, dtMs)
    const pace = params.paceVariable === undefined ? 1000 : (context.variable(params.paceVariable) ?? 1000)
    const after = burn(
      { ...sim, sweepAt: hit.sweepAt, sweepAgeMs: hit.sweepAgeMs },
      hit,
      params,
      energised,
      pace,
      dtMs,
    )
    return {
      sim: after,
      signals: signalsOf(after, hit.onBase, hit.shock ? 1 : 0),
      events: eventsOf(sim, after, hit.shock && context.signal(params.id, 'shock') === 0),
    }
  },
})

/** Nothing visible burns; the embers may still be hot. */
function isOut({ bin, appliance, pinboard }: Burning): boolean {
  return bin === 0 && appliance === 0 && pinboard === 0
}

function signalsOf(sim: Burning, hit: number, shock: 0 | 1): Record<string, number> {
  return {
    intensity: perMille(sim.bin),
    appliance: perMille(sim.appliance),
    pinboard: perMille(sim.pinboard),
    smoke: perMille(sim.smoke),
    out: isOut(sim) ? 1 : 0,
    hit: hit,
    outOfControl: sim.outOfControl,
    shock: shock,
  }
}

function eventsOf(before: SimulationState & Burning, after: Burning, shock: boolean): SimulationEvent[] {
  const events: SimulationEvent[] = []
  if (isOut(after) && !isOut(before)) events.push({ what: 'out' })
  if (before.bin === 0 && after.bin > 0) events.push({ what: 'reignited', value: perMille(after.bin) })
  if (before.appliance === 0 && after.appliance > 0)
    events.push({ what: 'spread', value: perMille(after.bin) })
  if (before.pinboard === 0 && after.pinboard > 0) events.push({ what: 'spread', value: perMille(after.bin) })
  if (before.outOfControl === 0 && after.outOfControl === 1)
    events.push({ what: 'out-of-control', value: perMille(after.bin) })
  if (shock) events.push({ what: 'shock' })
  return events
}

/** Any flame at all is at least one thousandth. */
function perMille(ppm: number): number {
  return Math.ceil(ppm / 1000)
}
