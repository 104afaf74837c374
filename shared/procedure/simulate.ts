import type { SimulationContext } from '#shared/simulations/define-simulation.ts'
import { unlessBot } from './about.ts'
import { readingKey } from './reading-key.ts'
import { emit, own, setSignal, someone, type Draft } from './draft.ts'

/** Every running model takes one step, in document order, on what the ones before it just published. */
export function simulate(draft: Draft, dtMs: number): void {
  const context = contextOf(draft)
  for (const { id, model, params, signalNames } of draft.compiled.simulations) {
    const before = draft.state.simulations[id]
    if (before?.['running'] !== 1) continue
    const { sim, signals, events } = model.step(before, context, params, dtMs)
    if (sim !== before) own(draft, 'simulations')[id] = sim
    for (const name in signals) setSignal(draft, signalNames.get(name) ?? name, signals[name] ?? 0)
    for (const event of events) {
      if (event.what === 'tool-used') used(draft, event.tool, event.actor || someone(draft), event.durationMs)
      else
        emit(draft, {
          type: 'simulation',
          simulation: id,
          what: event.what,
          ...(event.value === undefined ? {} : { value: event.value }),
        })
    }
  }
}

function used(draft: Draft, tool: string, actor: string, durationMs: number): void {
  emit(draft, { type: 'toolUsed', tool, actor, durationMs }, unlessBot(draft, actor))
}

function contextOf(draft: Draft): SimulationContext {
  const { state, compiled } = draft
  const names = compiled.signalNames
  const holderOf = (entity: string): string | undefined => {
    const place = state.entities[entity]?.place
    return place?.kind === 'held' ? place.by : undefined
  }
  return {
    holderOf,
    squeezeOf(tool) {
      const holder = holderOf(tool)
      if (holder === undefined || state.participants[holder]?.squeezing !== tool) return 0
      return state.sensors[readingKey(holder, 'squeeze')] ?? 0
    },
    reading: (actor, sensor) => state.sensors[readingKey(actor, sensor)],
    stateOf: (entity) => state.entities[entity]?.state,
    signal: (simulation, name) => state.signals[names.get(simulation)?.get(name) ?? ''] ?? 0,
    variable: (name) => state.variables[name],
  }
}
