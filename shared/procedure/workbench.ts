import type { MistakeDefinition } from './compiled.ts'
import type { SensorSpec } from './sensor.ts'

/** What compiling collects on its way through the documents. */
export interface Workbench {
  expand(idOrGroup: string): readonly string[]
  need(spec: SensorSpec): void
  know(mistake: MistakeDefinition): MistakeDefinition
}
