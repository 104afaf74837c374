import type { Mode, ModeName, Rule, Scenario } from '#shared/scenario/scenario.ts'
import type { Entity, Workplace } from '#shared/scenario/workplace.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { MistakeCategory, MistakeSeverity } from '#shared/scenario/mistake.ts'
import type { SimulationModel } from '#shared/simulations/define-simulation.ts'
import type { TransitionKind } from './events.ts'
import type { Refusal, Intent } from './intent.ts'
import type { Draft } from './draft.ts'
import type { SensorSpec } from './sensor.ts'
import type { BarrierDocument } from './nodes/barrier.ts'
import type { NodeDocument } from './nodes/node-document.ts'
import type { StepDocument } from './nodes/step.ts'
import type { Gate } from './who.ts'

/** A condition ready to be asked. */
export type Test = (draft: Draft) => boolean
/** A consequence ready to happen. */
export type Effect = (draft: Draft, actor: string) => void

/** Scenario and workplace, bound together and turned into closures once; shared by every session that runs them. */
export interface Compiled {
  readonly scenario: Scenario
  readonly workplace: Workplace
  /** By the id in the workplace; of a personal thing that is its template. */
  readonly entities: ReadonlyMap<string, CompiledEntity>
  /** Things that each person has one of. */
  readonly personal: readonly CompiledEntity[]
  /** Thing → sockets that hold it fast while something is in them. */
  readonly heldFastBy: ReadonlyMap<string, readonly string[]>
  readonly nodes: ReadonlyMap<string, CompiledNode>
  readonly root: CompiledNode
  /** In document order. */
  readonly steps: readonly CompiledStep[]
  /** Meeting → its barriers, in document order. */
  readonly meetings: ReadonlyMap<string, readonly CompiledBarrier[]>
  readonly rules: readonly CompiledRule[]
  readonly simulations: readonly CompiledSimulation[]
  /** Simulation → its signal → key in `state.signals`. */
  readonly signalNames: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Every reading that some condition or simulation asks for, by key. */
  readonly sensors: ReadonlyMap<string, SensorSpec>
  readonly mistakes: ReadonlyMap<string, MistakeDefinition>
  readonly modes: ReadonlyMap<ModeName, Mode>
}

export interface CompiledEntity {
  readonly id: string
  readonly document: Entity
  /** Action name → what it does here. */
  readonly actions: ReadonlyMap<string, BoundAction>
  /** Its own id and its groups: what a `uses` list or a socket may name it by. */
  readonly names: readonly string[]
}

export interface BoundAction {
  readonly affordance: string
  readonly reachMm: number
  /** Puts things back or stops something: no lock forbids it. */
  readonly alwaysFree: boolean
  readonly check: (draft: Draft, intent: Intent & { target: string }) => Refusal | null
  readonly apply: (draft: Draft, intent: Intent & { target: string }) => void
}

export interface CompiledNode {
  readonly id: string
  readonly document: NodeDocument
  readonly parent: string | null
  readonly children: readonly string[]
  /** Whose step it is; of a group, whose steps are in it. */
  readonly gate: Gate
  readonly enter: (draft: Draft, self: CompiledNode) => void
  /** A child ended, done or skipped. */
  readonly childEnded: (draft: Draft, self: CompiledNode, child: string) => void
  /** Keys in `state.memory` that start afresh with this node. */
  readonly memoryKeys: readonly string[]
}

export interface CompiledBarrier extends CompiledNode {
  readonly document: BarrierDocument & NodeDocument
  /** Who waits here: the roles it names, or those of the steps in its lane. */
  readonly roles: readonly string[]
}

export interface CompiledStep extends CompiledNode {
  readonly document: StepDocument
  readonly leave: (draft: Draft) => void
  readonly transitions: readonly CompiledTransition[]
  /** Entities this step unlocks where the mode locks objects. */
  readonly uses: ReadonlySet<string>
}

export interface CompiledTransition {
  readonly kind: TransitionKind
  /** Absent: taken when the step's time limit has passed. */
  readonly test: Test | null
  readonly to: 'next' | 'stay' | { node: string } | { end: string }
  readonly mistake: MistakeDefinition | null
  readonly effects: readonly Effect[]
  readonly memoryKey: string
}

export interface CompiledRule {
  readonly document: Rule
  readonly gate: Gate
  readonly test: Test
  readonly mistake: MistakeDefinition | null
  readonly effects: readonly Effect[]
  /** Keys in `state.memory` that start afresh when the rule comes into scope. */
  readonly memoryKeys: readonly string[]
}

export interface CompiledSimulation {
  readonly id: string
  readonly model: SimulationModel<unknown>
  readonly signalNames: ReadonlyMap<string, string>
  readonly params: unknown
}

export interface MistakeDefinition {
  readonly id: string
  readonly category: MistakeCategory
  readonly severity: MistakeSeverity
  readonly text: LanguageMap
  readonly remedy: LanguageMap
  readonly measure?: string | undefined
}
