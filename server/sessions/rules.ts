import type { LiveAct, LiveRefusal } from '#shared/live/acts.ts'
import type { LiveAsker } from '#shared/live/permissions.ts'
import type { LiveState } from '#shared/live/state.ts'
import type { DrawingChange, LeadView, LiveView } from '#shared/live/view.ts'
import type { EngineEvent } from '#shared/procedure/events.ts'
import type { Input } from '#shared/procedure/input.ts'
import type { Intent } from '#shared/procedure/intent.ts'
import type { EngineState } from '#shared/procedure/state.ts'
import type { MemberKind } from '#shared/protocol/members.ts'
import type { IntentAnswer } from '#shared/protocol/messages.ts'
import type { TrackedPose } from '#shared/protocol/tracked-pose.ts'
import type { Cue, PrivateView } from '#shared/protocol/views.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { Scenario } from '#shared/scenario/scenario.ts'
import type { LogEntry } from '#shared/session/log.ts'
import type { PoseOf } from '#shared/session/pose-of.ts'
import type { PublicWorld } from '#shared/session/public-world.ts'
import type { OutgoingStatement } from './journal.ts'

export type Viewer = { readonly person: string; readonly role: string }
export type AnsweredIntent = {
  readonly actor: string
  readonly epoch: number
  readonly seq: number
  readonly answer: IntentAnswer
}
export type TickResult = {
  readonly tick: number
  readonly entry: LogEntry | null
  readonly answers: readonly AnsweredIntent[]
  /** Acts of the live session that another one of the same tick has overtaken. */
  readonly refused: ReadonlyMap<Input, LiveRefusal>
  readonly events: readonly EngineEvent[]
}

/** A role of the scenario; `bot`: the authority can fill it. */
export type RoleOffer = Pick<Scenario['roles'][number], 'id' | 'name' | 'min' | 'max' | 'fill' | 'spawn'> & {
  readonly bot: boolean
}

/** One session's runner, as shared/session makes it. */
export interface SessionRunner {
  readonly state: EngineState
  offer(input: Input): void
  tick(): TickResult
  /** The first answer to an intent that is in the log or in hand. */
  knows(actor: string, epoch: number, seq: number): boolean
}

/** The live session's part of the rules. */
export interface LiveRules {
  /** Why not; null: it may be. `here` says as what somebody is connected: the state knows no spectators. */
  decide(act: LiveAct, by: LiveAsker, here: (person: string) => MemberKind | undefined): LiveRefusal | null
  /** The one before, where it says the same. */
  view(state: EngineState, before?: LiveView): LiveView
  lead(state: EngineState, before?: LeadView): LeadView
  /** From one state to the next; nothing where it is the same. */
  drawings(before: LiveState | undefined, after: LiveState | undefined): DrawingChange[]
}

/** All that a session at the authority asks of the pure rules: real ones come from `bind-rules.ts`, tests bring small fakes. */
export interface Rules {
  readonly runner: SessionRunner
  readonly title: LanguageMap
  readonly roles: readonly RoleOffer[]
  /** May who takes part see which step is due? */
  readonly showsSteps: boolean
  /** Readings of the sensors that the scenario names, as inputs; only those that changed. `poseOf`: of who holds what is measured. */
  observe(person: string, pose: TrackedPose, poseOf?: PoseOf): Input[]
  /** Adds what the authority knows from poses: distance, where a released thing comes to rest. */
  enrich(intent: Intent, pose: TrackedPose | undefined, poseOf?: PoseOf): Intent
  world(): PublicWorld
  view(viewer: Viewer, state: EngineState): PrivateView
  /** Title of the step that is due for this viewer, whatever the mode shows them. */
  dueStep(viewer: Viewer, state: EngineState): LanguageMap | null
  /** What the bot of this id does now. */
  bot(person: string): Input[]
  readonly live: LiveRules
  cues(viewer: Viewer, events: readonly EngineEvent[], state: EngineState): Cue[]
  statements(events: readonly EngineEvent[]): OutgoingStatement[]
  /** Canonical JSON of the state, for checkpoints. */
  snapshot(): string
  entryBytes(entry: LogEntry): string
}
