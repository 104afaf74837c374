import { exp } from '#shared/kernel/trigonometry.ts'
import type { Attack } from './fire-attack.ts'
import type { FireParams } from './fire.ts'

/** Parts per million, so that slow growth of a small flame is not rounded away; ms where it says so. */
export type Burning = Readonly<
  Record<
    | 'running'
    | 'bin'
    | 'heat'
    | 'appliance'
    | 'applianceHeat'
    | 'pinboard'
    | 'pinboardHeat'
    | 'smoke'
    | 'outMs'
    | 'outOfControl'
    | 'sweepAt'
    | 'sweepAgeMs',
    number
  >
>

const full = 1_000_000
const ln2 = 0.6931471805599453
/** Embers hotter than this flare up again after a while, at this size. */
const reignitesAbove = 200_000
const reignitesAfterMs = 4000
const reignitedSize = 60_000
/** Embers in the open cool by this each second, ppm. */
const coolsByItself = 12_000
/** A neighbour that took this much heat catches fire, at this size. */
const catchesFireAt = 1_000_000
const caughtSize = 40_000

/** One step of growth, knock-down, stored heat, spread and smoke. Growth follows the pace (per mille); the agent does not. */
export function burn(
  sim: Burning,
  hit: Attack,
  params: FireParams,
  energised: boolean,
  pace: number,
  dtMs: number,
): Burning {
  const seconds = dtMs / 1000
  const grown = (before: number, doublingMs: number): number =>
    before * growth((dtMs * pace) / 1000, doublingMs)
  const bin = size(grown(sim.bin, params.doublingMs) - hit.onBase * hit.bin.knockPerS * seconds)
  const heat = ember(sim, bin, hit, seconds)
  const outMs = bin > 0 ? 0 : sim.outMs + dtMs
  const flaresUp = bin === 0 && heat > reignitesAbove && outMs >= reignitesAfterMs
  const radiates = bin > params.spreadsAt * 1000 ? ((bin * 0.1 * pace) / 1000) * seconds : 0
  const applianceHeat = params.appliance
    ? warmed(sim.applianceHeat, radiates, hit.onAppliance * hit.appliance.coolPerS * seconds)
    : 0
  const pinboardHeat = params.pinboard ? warmed(sim.pinboardHeat, radiates * 0.7, 0) : 0
  const appliance = neighbour(
    sim.appliance,
    applianceHeat,
    (from) =>
      grown(from, (params.appliance?.doublingMs ?? full) * (energised ? 1 : 2)) -
      hit.onAppliance * hit.appliance.knockPerS * seconds,
  )
  // The board hangs above the bin: what is sprayed at the base reaches it in part.
  const pinboard = neighbour(
    sim.pinboard,
    pinboardHeat,
    (from) =>
      grown(from, params.pinboard?.doublingMs ?? full) - hit.onBase * hit.bin.knockPerS * 0.4 * seconds,
  )
  const lost = bin >= params.outOfControlAt * 1000 || appliance >= 700_000 || pinboard >= 600_000
  return {
    ...sim,
    bin: flaresUp ? reignitedSize : bin,
    heat,
    outMs: flaresUp ? 0 : Math.min(outMs, 600_000),
    appliance,
    // Put out means cooled: it has to take the heat again to catch fire again.
    applianceHeat: sim.appliance > 0 && appliance === 0 ? 0 : applianceHeat,
    pinboard,
    pinboardHeat: sim.pinboard > 0 && pinboard === 0 ? 0 : pinboardHeat,
    smoke: size(sim.smoke + smokePerS(bin + appliance + pinboard, hit, pace) * seconds),
    outOfControl: lost ? 1 : sim.outOfControl,
  }
}

/** Heat stored in the fuel drifts towards what the flames give, and falls when sprayed or left alone. */
function ember(sim: Burning, bin: number, hit: Attack, seconds: number): number {
  const drift = bin > 0 ? (250_000 + bin * 0.6 - sim.heat) * 0.05 * seconds : -coolsByItself * seconds
  return size(sim.heat + drift - hit.onBase * hit.bin.coolPerS * seconds)
}

function warmed(before: number, taken: number, cooled: number): number {
  return size(before + taken - cooled)
}

function neighbour(before: number, heat: number, goesOn: (from: number) => number): number {
  if (before > 0) return size(goesOn(before))
  return heat >= catchesFireAt ? caughtSize : 0
}

function smokePerS(burning: number, hit: Attack, pace: number): number {
  const clouds = hit.clouds * 4000
  return burning > 0 ? (burning * 0.008 * pace) / 1000 + clouds : clouds - 1500
}

function size(ppm: number): number {
  return Math.max(0, Math.min(full, Math.round(ppm)))
}

/** 2^(ms ÷ doubling). */
function growth(ms: number, doublingMs: number): number {
  return exp((ln2 * ms) / doublingMs)
}
