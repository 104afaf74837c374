import type { Anchor, PointMm } from '#shared/live/acts.ts'
import type { LanguageMap } from '#shared/scenario/common.ts'
import type { MistakeSeverity } from '#shared/scenario/mistake.ts'
import type { ModeName } from '#shared/scenario/scenario.ts'
import type { PauseReason } from '#shared/procedure/input.ts'

/** What one viewer alone may see, sent whole as message `view` whenever it changes. An exam's has no step, hints or mistakes. */
export interface PrivateView {
  tick: number
  timeMs: number
  mode: ModeName
  phase: 'waiting' | 'running' | 'paused' | 'ended'
  paused: null | { reason: PauseReason; pausesLeft: number | null }
  step: null | {
    id: string
    number: number
    of: number
    title: LanguageMap
    instruction: LanguageMap
    why?: LanguageMap
    symbol?: string
    /** 0..100 where the step has a natural progress (fire knocked down, seconds watched). */
    progress?: number
  }
  hints: { level: number; text: LanguageMap }[]
  hintAvailable: boolean
  /** Entities to highlight, the first one also gets the arrow. */
  highlight: string[]
  mistakes: {
    id: string
    rule: string
    severity: MistakeSeverity
    text: LanguageMap
    remedy: LanguageMap
    atMs: number
  }[]
  ended: null | {
    outcome: string
    title: LanguageMap
    text: LanguageMap
    success: boolean | null
    passed: boolean | null
  }
  /** Absent where the scenario is for one person. */
  team?: TeamView
}

/** Where the others are, as far as this viewer may know it. */
export interface TeamView {
  /** Roles with a step due now; none in an exam. */
  turn: string[]
  /** Nothing is due for this viewer until these have done theirs. */
  waitingFor: null | {
    roles: string[]
    /** Person ids. */
    people: string[]
    /** Of the step they are at; null in an exam. */
    title: LanguageMap | null
  }
  /** While waiting for the start: persons who have read the briefing, and roles with fewer people than they need. */
  ready: string[]
  missing: string[]
}

/** A passing moment to show, sound or feel; message `cues`. Captions always travel with what is said. */
export type Cue =
  | { kind: 'say'; speaker: string; caption: LanguageMap; sound?: string; durationMs: number }
  | { kind: 'sound'; sound: string; entity?: string }
  | { kind: 'haptic'; strength: number; durationMs: number }
  /** Non-graphic: flash-free vignette, buzz and words. */
  | { kind: 'injury'; injury: 'shock' | 'burn' | 'smoke'; caption: LanguageMap }
  | { kind: 'alarm'; on: boolean }
  | { kind: 'animate'; entity: string; animation: string }
  | { kind: 'acted'; actor: string; action: string; target?: string }
  /** Fade and settle again after a checkpoint was restored. */
  | { kind: 'restored'; checkpoint: string }
  | { kind: 'handedOver'; from: string; to: string; entity: string }
  | { kind: 'removed'; person: string }
  /** Somebody shows a point; it stays a moment. */
  | { kind: 'ping'; by: string; anchor: Anchor; at: PointMm }
  /** For this viewer alone. */
  | { kind: 'privateHint'; by: string; text: string }

/** What a trainee gets of the documents: nothing that judges or foretells. */
export interface ClientEdition {
  id: string
  version: string
  contentHash: string
  title: LanguageMap
  summary: LanguageMap
  briefing: LanguageMap
  safetyNotice: LanguageMap
  languages: string[]
  expectedMinutes: number
  modes: { name: ModeName; open: boolean; maxPauses: number | null }[]
  roles: EditionRole[]
  workplace: ClientWorkplace
}

export interface EditionRole {
  id: string
  name: LanguageMap
  spawn: string
  briefing?: LanguageMap
  /** People it needs, and takes; one of one where absent. */
  min?: number
  max?: number
  /** A bot can stand in. */
  bot?: boolean
}

type V3 = [number, number, number]
export interface ClientWorkplace {
  id: string
  assets: { id: string; url: string; sha256: string; bytes: number }[]
  walkable: { min: V3; max: V3 }[]
  obstacles: { min: V3; max: V3 }[]
  spawns: { id: string; position: V3; yawDegrees: number }[]
  teleportSpots: { id: string; name: LanguageMap; position: V3; yawDegrees: number }[]
  safePlace: { position: V3; yawDegrees: number }
  panel: { position: V3; yawDegrees: number }
  entities: ClientEntity[]
}
export interface ClientEntity {
  id: string
  model?: { asset: string; node: string }
  position: V3
  rotation: [number, number, number, number]
  parent?: string
  name: LanguageMap
  description: LanguageMap
  hazards: string[]
  /** Affordance types with the values a client needs to offer them (reach, agent …). */
  affordances: { type: string; [key: string]: unknown }[]
  states?: { values: string[]; initial: string }
  /** Each person has one, `<id>@<number>`, shifted by `offset` × (number − 1); others may use it only where it says so. */
  personal?: { offset: V3; others: boolean }
}
