import type { LiveState } from '#shared/live/state.ts'
import type { PersonResult, Score, TransitionKind } from './events.ts'
import type { MistakeCategory, MistakeSeverity } from '#shared/scenario/mistake.ts'
import type { PauseReason } from './input.ts'

/**
 * All the engine knows. Plain JSON, integers only (millimetres, milliseconds, per mille), so that its canonical form
 * hashes the same in every engine. Never mutated: `advance` returns a new one that shares what did not change.
 */
export interface EngineState {
  engineVersion: number
  mode: string
  tick: number
  /** tick × 50; paused time has no ticks. */
  timeMs: number
  random: number
  eventCount: number
  phase: 'waiting' | 'running' | 'paused' | 'ended'
  participants: Record<string, Participant>
  membership: { locked: boolean; removed: readonly string[] }
  /** In order of arrival: who comes first gets it. */
  reaching: readonly Reach[]
  entities: Record<string, EntityState>
  variables: Record<string, number>
  /** `<actor>/<sensor key>` → reading. */
  sensors: Record<string, number>
  simulations: Record<string, Record<string, number>>
  /** `<simulation>.<signal>` → integer reading. */
  signals: Record<string, number>
  nodes: Record<string, NodeState>
  /** Memory of conditions that look back in time (holds, count, amplitude …), by path in the document. */
  memory: Record<string, readonly number[]>
  rules: Record<string, { fired: number; true: boolean }>
  /**
   * Number of the event of an act's latest acceptance, so that one done earlier counts without a history: by `<action>` and
   * `<action> <target>` for anybody, after `<role>/` and `<person>/` for those. A personal thing counts as its template too.
   */
  acts: Record<string, number>
  mistakes: MistakeRecord[]
  /** `actor`: who asked for it, where several take part. */
  hints: { step: string; level: number; atMs: number; cost: number; actor?: string }[]
  /** State snapshots taken by checkpoint nodes are ids into this map, for undo and remedial steps. */
  checkpoints: Record<string, unknown>
  /** Absent until the first act of a live session. */
  live?: LiveState
  result: null | {
    outcome: string
    success: boolean
    abandoned: boolean
    score: Score
    /** Each person's own verdict, where several took part; `score` is the team's. */
    people?: Record<string, PersonResult>
  }
}

export interface Participant {
  /** A role of the scenario, '' for none. */
  role: string
  /** 1, 2, … in order of joining, for good: names this person's own things. */
  number: number
  connected: boolean
  pauses: number
  pausedBy: PauseReason | null
  /** Hand → entity held. */
  holding: { left?: string; right?: string }
  /** The one tool that is squeezed; the reading `squeeze` says how far. */
  squeezing?: string | null
  /** Squeezing with the stated substitute (automatic sweep), which measures no technique. */
  substituting?: boolean
  bot?: true
  muted?: true
  /** Came in to act for somebody. */
  guest?: true
  /** Has read the briefing. */
  ready?: true
  /** Tick at which this person was lost or paused while others went on. */
  awayTick?: number
  /** Person to whom this one offers to swap roles. */
  offering?: string
  /** For whom this one acts while a take-over lasts, with that person's role and number. */
  standIn?: StandIn
}

export interface StandIn {
  person: string
  role: string
  number: number
  sinceMs: number
}

/** A free hand held out for what somebody else holds. */
export interface Reach {
  actor: string
  hand: 'left' | 'right'
  entity: string
  untilMs: number
}

/** A thing's transform is derived from this, never sent by clients. */
export type Place =
  | { kind: 'home' } // where the document put it
  | { kind: 'held'; by: string; hand: 'left' | 'right' }
  /** `slot` from 0, in sockets for several things. */
  | { kind: 'socket'; socket: string; slot?: number }
  /** mm; yaw in 0.1° about +Y. */
  | { kind: 'rest'; position: readonly [number, number, number]; yaw: number }

export interface EntityState {
  place: Place
  state?: string
  locked?: boolean
  hidden?: boolean
  highlighted?: boolean
}

export interface NodeState {
  status: 'idle' | 'active' | 'done' | 'skipped'
  startedMs: number
  /** Number of the next event when it started: acts from this number on are acts "since the step". */
  startedEvent: number
  attempts: number
  mistakes: number
  hintLevel: number
  /** How a step ended. */
  how?: TransitionKind | 'skipped'
  /** The device could not measure the technique. */
  unmeasured?: boolean
  /** In this attempt somebody stood in for a person. */
  assisted?: { person: string; by: string }
  /** In a live session: the things that the step uses, as they were when it began. */
  before?: Record<string, EntityState>
}

export interface MistakeRecord {
  rule: string
  actor: string
  category: MistakeCategory
  severity: MistakeSeverity
  step?: string
  atMs: number
}
