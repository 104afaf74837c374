import type { Effect, MistakeDefinition } from './compiled.ts'
import type { Consequence } from './consequences/define-consequence.ts'
import { consequenceOf } from './consequences/registry.ts'
import type { Workbench } from './workbench.ts'

export function compileEffects(consequences: readonly Consequence[], bench: Workbench): Effect[] {
  return consequences.map((consequence) => {
    if (consequence.type === 'recordMistake') bench.know(consequence as unknown as MistakeDefinition)
    return consequenceOf(consequence.type).compile(consequence, bench)
  })
}
