import type { Test } from './compiled.ts'
import type { Condition } from './conditions/define-condition.ts'
import { conditionOf } from './conditions/registry.ts'
import type { Workbench } from './workbench.ts'

export interface ConditionPlace {
  /** Unique in the document; keys of memories are made from it. */
  path: string
  step: string | null
  bench: Workbench
  /** Gathers the memories, so that the step can forget them. */
  memoryKeys: string[]
}

export function compileCondition(condition: Condition, place: ConditionPlace): Test {
  const definition = conditionOf(condition.type)
  definition.sensors(condition).forEach((spec) => place.bench.need(spec))
  return definition.compile(condition, {
    step: place.step,
    expand: (name) => place.bench.expand(name),
    part: (part, name) => compileCondition(part, { ...place, path: `${place.path}/${name}` }),
    memoryKey() {
      place.memoryKeys.push(place.path)
      return place.path
    },
  })
}
