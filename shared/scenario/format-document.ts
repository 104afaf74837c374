import type { Scenario } from './scenario.ts'
import { scenario } from './scenario.ts'
import type { Workplace } from './workplace.ts'
import { workplace } from './workplace.ts'

/** The one way a scenario is written: keys in the schema's order, defaults spelled out, two spaces, final newline. */
export function formatScenario(document: Scenario): string {
  return `${JSON.stringify(scenario.parse(document), null, 2)}\n`
}

/** The one way a workplace is written. */
export function formatWorkplace(document: Workplace): string {
  return `${JSON.stringify(workplace.parse(document), null, 2)}\n`
}
