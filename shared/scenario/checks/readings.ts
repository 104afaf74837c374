import { conditionOf } from '#shared/procedure/conditions/registry.ts'
import type { Condition } from '#shared/procedure/conditions/define-condition.ts'
import { sensorKey } from '#shared/procedure/sensor.ts'
import { simulationModelOf } from '#shared/simulations/registry.ts'
import type { Scenario } from '../scenario.ts'
import type { Workplace } from '../workplace.ts'
import { objectsIn } from './site.ts'

/** Every signal that can be read: what the simulations publish from their start on, and the alarm. */
export function signalsOf({ simulations }: Workplace): string[] {
  return [
    'alarm.on',
    ...simulations.flatMap((params) =>
      Object.keys(simulationModelOf(params.type).initial(params).signals).map(
        (name) => `${params.id}.${name}`,
      ),
    ),
  ]
}

/** Keys of the sensors that the authority computes for this scenario: those that its conditions and simulations ask for. */
export function sensorKeysOf({ procedure, rules }: Scenario, { simulations }: Workplace): string[] {
  const ofSimulations = simulations.flatMap((params) => simulationModelOf(params.type).sensors(params))
  return [...new Set([...ofSimulations, ...conditionsIn(procedure), ...conditionsIn(rules)].map(sensorKey))]
}

function conditionsIn(part: unknown) {
  return [...objectsIn(part, [])].flatMap(({ object }) =>
    ['when', 'until'].flatMap((key) => sensorsOf(object[key])),
  )
}

function sensorsOf(condition: unknown): ReturnType<ReturnType<typeof conditionOf>['sensors']> {
  if (condition === undefined) return []
  const definition = conditionOf((condition as Condition).type)
  return [
    ...definition.sensors(condition as Condition),
    ...definition.parts(condition as Condition).flatMap(sensorsOf),
  ]
}
