import type { Scenario } from '#shared/scenario/scenario.ts'
import type { Entity, Workplace } from '#shared/scenario/workplace.ts'
import { simulationModelOf } from '#shared/simulations/registry.ts'
import { affordanceOf } from './affordances/registry.ts'
import type {
  BoundAction,
  Compiled,
  CompiledEntity,
  CompiledRule,
  CompiledSimulation,
  CompiledStep,
  MistakeDefinition,
} from './compiled.ts'
import { compileCondition } from './compile-condition.ts'
import { compileEffects } from './compile-effects.ts'
import { compileMeetings } from './compile-meetings.ts'
import { compileNodes } from './compile-node.ts'
import { sensorKey, type SensorSpec } from './sensor.ts'
import type { Workbench } from './workbench.ts'

/**
 * Binds a scenario to its workplace: every condition, consequence and affordance becomes a closure, once.
 *
 * @throws {Error} only for documents that did not pass validation
 */
export function compile(scenario: Scenario, workplace: Workplace): Compiled {
  const entities = new Map(workplace.entities.map((entity) => [entity.id, compileEntity(entity)]))
  const sensors = new Map<string, SensorSpec>()
  const mistakes = new Map<string, MistakeDefinition>()
  const expand = (name: string): string[] =>
    workplace.entities.filter((e) => e.id === name || e.groups.includes(name)).map((e) => e.id)
  const bench: Workbench = {
    expand,
    isPersonal: (id) => (entities.get(id)?.document.personal ?? false) !== false,
    gate: (roles = []) =>
      roles.length === 0 || scenario.roles.every(({ id }) => roles.includes(id)) ? null : new Set(roles),
    need: (spec) => void sensors.set(sensorKey(spec), spec),
    know: (mistake) => (mistakes.set(mistake.id, mistake), mistake),
  }
  const simulations = workplace.simulations.map(compileSimulation)
  for (const { model, params } of simulations) model.sensors(params).forEach(bench.need)
  const { nodes, root } = compileNodes(scenario.procedure, bench)
  return {
    scenario,
    workplace,
    entities,
    personal: [...entities.values()].filter(({ document }) => document.personal !== false),
    heldFastBy: heldFastBy(workplace, expand),
    nodes,
    root,
    steps: [...nodes.values()].filter((node): node is CompiledStep => node.document.type === 'step'),
    meetings: compileMeetings(
      nodes,
      scenario.roles.map(({ id }) => id),
    ),
    rules: scenario.rules.map((rule) => compileRule(rule, bench)),
    simulations,
    signalNames: new Map(simulations.map(({ id, signalNames }) => [id, signalNames])),
    sensors,
    mistakes,
    modes: new Map(Object.entries(scenario.modes)) as Compiled['modes'],
  }
}

function compileRule(rule: Scenario['rules'][number], bench: Workbench): CompiledRule {
  const memoryKeys: string[] = []
  const gate = bench.gate(rule.roles)
  return {
    document: rule,
    gate,
    memoryKeys,
    test: compileCondition(rule.when, { path: `rule ${rule.id}`, step: null, gate, bench, memoryKeys }),
    mistake: rule.mistake ? bench.know({ ...rule.mistake, id: rule.id }) : null,
    effects: compileEffects(rule.consequences, bench, gate),
  }
}

function compileSimulation(params: Workplace['simulations'][number]): CompiledSimulation {
  const { id, type } = params
  const model = simulationModelOf(type)
  const signals = Object.keys(model.initial(params).signals)
  return { id, model, params, signalNames: new Map(signals.map((name) => [name, `${id}.${name}`])) }
}

/** Thing → sockets that hold it fast, as sockets say of themselves. */
function heldFastBy(
  { entities }: Workplace,
  expand: (name: string) => readonly string[],
): Map<string, string[]> {
  const sockets = new Map<string, string[]>()
  for (const { id, affordances } of entities)
    for (const { holdsFast } of affordances)
      for (const thing of ((holdsFast ?? []) as string[]).flatMap(expand))
        sockets.set(thing, [...(sockets.get(thing) ?? []), id])
  return sockets
}

function compileEntity(entity: Entity): CompiledEntity {
  const actions = new Map<string, BoundAction>()
  for (const document of entity.affordances) {
    const { type, reachMm, actions: offered } = affordanceOf(document.type)
    for (const [name, action] of Object.entries(offered)) {
      actions.set(name, {
        affordance: type,
        reachMm: typeof document['reachMm'] === 'number' ? document['reachMm'] : reachMm,
        alwaysFree: action.alwaysFree === true,
        check: (draft, intent) => action.check(draft, intent, document),
        apply: (draft, intent) => action.apply(draft, intent, document),
      })
    }
  }
  return { id: entity.id, document: entity, actions, names: [entity.id, ...entity.groups] }
}
