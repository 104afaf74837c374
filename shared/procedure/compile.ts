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
  const bench: Workbench = {
    expand: (name) =>
      workplace.entities.filter((e) => e.id === name || e.groups.includes(name)).map((e) => e.id),
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
    nodes,
    root,
    steps: [...nodes.values()].filter((node): node is CompiledStep => node.document.type === 'step'),
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
  return {
    document: rule,
    memoryKeys,
    test: compileCondition(rule.when, { path: `rule ${rule.id}`, step: null, bench, memoryKeys }),
    mistake: rule.mistake ? bench.know({ ...rule.mistake, id: rule.id }) : null,
    effects: compileEffects(rule.consequences, bench),
  }
}

function compileSimulation(params: Workplace['simulations'][number]): CompiledSimulation {
  const { id, type } = params
  const model = simulationModelOf(type)
  const signals = Object.keys(model.initial(params).signals)
  return { id, model, params, signalNames: new Map(signals.map((name) => [name, `${id}.${name}`])) }
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
        check: (draft, intent) => action.check(draft, { ...intent, target: entity.id }, document),
        apply: (draft, intent) => action.apply(draft, { ...intent, target: entity.id }, document),
      })
    }
  }
  return { id: entity.id, document: entity, actions, names: [entity.id, ...entity.groups] }
}
