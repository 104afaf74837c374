import type { Effect, MistakeDefinition } from './compiled.ts'
import type { Consequence } from './consequences/define-consequence.ts'
import { consequenceOf } from './consequences/registry.ts'
import { thingsOf } from './personal.ts'
import { isIn, type Gate } from './who.ts'
import type { Workbench } from './workbench.ts'

export function compileEffects(consequences: readonly Consequence[], bench: Workbench, gate: Gate): Effect[] {
  return consequences.map((consequence) => {
    if (consequence.type === 'recordMistake') bench.know(consequence as unknown as MistakeDefinition)
    return consequenceOf(consequence.type).compile(consequence, {
      things(name) {
        const ids = bench.expand(name)
        if (!ids.some(bench.isPersonal)) return () => ids
        return ({ compiled, state }) =>
          thingsOf(
            compiled,
            ids,
            Object.values(state.participants).filter((person) => isIn(gate, person)),
          )
      },
    })
  })
}
