import type { ModeName } from '#shared/scenario/scenario.ts'
import { ENGINE_VERSION } from './advance.ts'
import type { Compiled } from './compiled.ts'
import { entityAtStart } from './personal.ts'
import type { EngineState, NodeState } from './state.ts'

/** The state before anybody came: waiting, at tick 0. `seed` is any 32-bit integer. */
export function start(compiled: Compiled, { mode, seed }: { mode: ModeName; seed: number }): EngineState {
  if (!compiled.modes.has(mode)) throw new Error(`the scenario has no mode "${mode}"`)
  const { workplace } = compiled
  return {
    engineVersion: ENGINE_VERSION,
    mode,
    tick: 0,
    timeMs: 0,
    random: seed >>> 0,
    eventCount: 0,
    phase: 'waiting',
    participants: {},
    membership: { locked: false, removed: [] },
    reaching: [],
    entities: Object.fromEntries(
      workplace.entities
        .filter(({ personal }) => personal === false)
        .map(({ id, states }) => [id, entityAtStart(states?.initial)]),
    ),
    variables: Object.fromEntries(workplace.variables.map((v) => [v.id, v.initial])),
    sensors: {},
    simulations: Object.fromEntries(
      compiled.simulations.map(({ id, model, params }) => [id, model.initial(params).sim]),
    ),
    signals: signalsAtStart(compiled),
    nodes: Object.fromEntries([...compiled.nodes.keys()].map((id) => [id, nodeAtStart()])),
    memory: {},
    rules: Object.fromEntries(compiled.rules.map(({ document }) => [document.id, { fired: 0, true: false }])),
    acts: {},
    mistakes: [],
    hints: [],
    checkpoints: {},
    result: null,
  }
}

function signalsAtStart({ simulations }: Compiled): Record<string, number> {
  const all = simulations.flatMap(({ id, model, params }) =>
    Object.entries(model.initial(params).signals).map(([name, value]) => [`${id}.${name}`, value]),
  )
  return { 'alarm.on': 0, ...(Object.fromEntries(all) as Record<string, number>) }
}

function nodeAtStart(): NodeState {
  return { status: 'idle', startedMs: 0, startedEvent: 0, attempts: 0, mistakes: 0, hintLevel: 0 }
}
