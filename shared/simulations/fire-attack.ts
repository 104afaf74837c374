import { agentEffects, type AgentEffect } from './agent.ts'
import type { SimulationContext } from './define-simulation.ts'
import type { Burning } from './fire-burning.ts'
import type { FireParams } from './fire.ts'

export interface Attack {
  /** Agent that reaches the base of the bin's fire, per mille of what comes out. */
  onBase: number
  /** What that does to the bin. */
  bin: AgentEffect
  onAppliance: number
  appliance: AgentEffect
  /** Water meets energised equipment. */
  shock: boolean
  /** Powder and vapour that add to the smoke, 0 or 1. */
  clouds: number
  sweepAt: number
  sweepAgeMs: number
}

const nothing: AgentEffect = { knockPerS: 0, coolPerS: 0 }
/** A sweep has gone this far to count, and counts for this long. */
const sweepMm = 150
const sweepLastsMs = 1200
/** Holding still reaches only this share of the base. */
const stillShare = 0.5

/** What the extinguishers that spray now do to the fire, from where each muzzle points and its holder stands. */
export function attack(
  sim: Burning,
  context: SimulationContext,
  params: FireParams,
  energised: boolean,
  dtMs: number,
): Attack {
  const idle: Attack = {
    onBase: 0,
    bin: nothing,
    onAppliance: 0,
    appliance: nothing,
    shock: false,
    clouds: 0,
    sweepAt: sim.sweepAt,
    sweepAgeMs: Math.min(10_000, sim.sweepAgeMs + dtMs),
  }
  const tool = params.extinguishers.find((e) => context.signal(e.simulation, 'spraying') === 1)
  const holder = tool && context.holderOf(tool.entity)
  if (!tool || holder === undefined) return sim.sweepAgeMs === 10_000 ? { ...idle, sweepAgeMs: 10_000 } : idle
  const read = (sensor: string, otherwise: number): number => context.reading(holder, sensor) ?? otherwise
  const swept = read(`sweep:${params.base}`, 0)
  const moved = Math.abs(swept - sim.sweepAt) >= sweepMm
  const sweepAgeMs = moved ? 0 : idle.sweepAgeMs
  const flow = context.squeezeOf(tool.entity) / 100
  const range = rangeShare(read(`distance:${params.base}`, 99_999))
  const sweep = sweepAgeMs < sweepLastsMs ? 1 : stillShare
  const onBase = Math.round(1000 * flow * range * sweep * aimShare(read(`aim:${params.base}`, 99_999)))
  const applianceMiss = params.appliance ? read(`aim:${params.appliance.entity}`, 99_999) : 99_999
  const onAppliance = Math.round(1000 * flow * range * aimShare(applianceMiss))
  const effects = agentEffects[tool.agent]
  return {
    onBase,
    bin: effects.A,
    onAppliance,
    // Without current the appliance is plastics like any other.
    appliance: energised ? effects.C : effects.A,
    shock: tool.agent === 'water' && energised && onAppliance > 200,
    clouds: tool.agent === 'water' ? 0 : 1,
    sweepAt: moved ? swept : sim.sweepAt,
    sweepAgeMs,
  }
}

/** All of it within 250 mm of the point, none beyond 600 mm: agent in the flames above the base does little. */
function aimShare(missMm: number): number {
  return missMm <= 250 ? 1 : missMm >= 600 ? 0 : (600 - missMm) / 350
}

/** Best from 1 to 4 m; closer scatters what burns, farther falls short. */
function rangeShare(distanceMm: number): number {
  if (distanceMm < 1000) return 0.5
  return distanceMm <= 4000 ? 1 : distanceMm >= 6000 ? 0 : (6000 - distanceMm) / 2000
}
