import type { Test } from './compiled.ts'
import type { Condition } from './conditions/define-condition.ts'
import { conditionOf } from './conditions/registry.ts'
import type { Gate, Who } from './who.ts'
import type { Workbench } from './workbench.ts'

export interface ConditionPlace {
  /** Unique in the document; keys of memories are made from it. */
  path: string
  step: string | null
  gate: Gate
  bench: Workbench
  /** Gathers the memories, so that the step can forget them. */
  memoryKeys: string[]
}

export function compileCondition(condition: Condition, place: ConditionPlace): Test {
  const definition = conditionOf(condition.type)
  const { bench } = place
  definition.sensors(condition).forEach((spec) => bench.need(spec))
  return definition.compile(condition, {
    step: place.step,
    who: (asked) => whoOf(asked, place),
    expand: (name) => bench.expand(name),
    isPersonal: (entity) => bench.isPersonal(entity),
    part: (part, name) => compileCondition(part, { ...place, path: `${place.path}/${name}` }),
    memoryKey() {
      place.memoryKeys.push(place.path)
      return place.path
    },
  })
}

function whoOf({ who, roles }: Condition, { gate, bench }: ConditionPlace): Who {
  return { each: who === 'each', gate: Array.isArray(roles) ? bench.gate(roles as string[]) : gate }
}
