import type { MistakeDefinition } from './compiled.ts'
import type { SensorSpec } from './sensor.ts'
import type { Gate } from './who.ts'

/** What compiling collects on its way through the documents. */
export interface Workbench {
  expand(idOrGroup: string): readonly string[]
  isPersonal(entity: string): boolean
  /** None, or all there are: everybody. */
  gate(roles: readonly string[] | undefined): Gate
  need(spec: SensorSpec): void
  know(mistake: MistakeDefinition): MistakeDefinition
}
