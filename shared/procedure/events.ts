import type { LiveChange } from '#shared/live/change.ts'
import type { MistakeCategory, MistakeSeverity } from '#shared/scenario/mistake.ts'
import type { Intent } from './intent.ts'
import type { PauseReason } from './input.ts'

export type TransitionKind = 'correct' | 'alternative' | 'mistake' | 'timeout' | 'abort'

/**
 * What happened. Numbered per session (`n`), stamped with engine time (`atMs`, paused time left out). With several people
 * in the session `actors` says whom records of it are about: nobody when a bot did it; else it is `actor`, or the one person.
 */
export type EngineEvent = { n: number; atMs: number; actors?: readonly string[] } & EventBody

export type EventBody =
  | { type: 'sessionStarted' }
  | { type: 'joined'; actor: string; role: string; bot?: true }
  | { type: 'left'; actor: string }
  | { type: 'paused'; actor: string; reason: PauseReason; count: number }
  | { type: 'resumed'; actor: string }
  | { type: 'roleChanged'; actor: string; role: string; was: string; by: string }
  | { type: 'removed'; actor: string; by: string }
  | { type: 'muted'; actor: string; on: boolean; by: string }
  | { type: 'roomLocked'; on: boolean; by: string }
  | { type: 'handedOver'; from: string; to: string; entity: string }
  | { type: 'laidDown'; actor: string; entity: string }
  /** An accepted intent had its physical effect. */
  | { type: 'acted'; actor: string; role: string; action: string; target?: string; params?: Intent['params'] }
  | { type: 'taskStarted'; task: string }
  | { type: 'taskEnded'; task: string; complete: boolean; durationMs: number }
  | { type: 'stepStarted'; step: string; attempt: number }
  | {
      type: 'stepEnded'
      step: string
      how: TransitionKind | 'skipped'
      durationMs: number
      attempt: number
      mistakes: number
      hints: number
      /** False where the device could not measure the technique (e.g. keyboard sweep). */
      measured: boolean
      /** Somebody stood in for this person for a part of it. */
      assisted?: string
      assistedBy?: string
      /** Who led on from it, or back; it was not ended by what people did. */
      movedBy?: string
    }
  | {
      type: 'mistake'
      /** Rule id, or step id for a mistake transition. */
      rule: string
      actor: string
      category: MistakeCategory
      severity: MistakeSeverity
      step?: string
      measure?: { name: string; value: number }
    }
  | { type: 'hint'; step: string; level: number; kind: string; asked: boolean }
  | { type: 'measured'; name: string; value: number; unit: string; step?: string }
  /** A consequence that shows, sounds or is felt; `kind` is the consequence type, `data` its document values. */
  | { type: 'cue'; kind: string; data: Record<string, unknown>; actor?: string }
  | { type: 'entityChanged'; entity: string; state: string }
  | { type: 'simulation'; simulation: string; what: string; value?: number }
  | { type: 'toolUsed'; tool: string; actor: string; durationMs: number }
  | { type: 'checkpoint'; id: string }
  /** Of the live session; `by` is the person it is of. */
  | { type: 'live'; by: string; change: LiveChange }
  | {
      type: 'ended'
      outcome: string
      success: boolean
      score: Score
      durationMs: number
      abandoned: boolean
      /** Each person's own verdict, where several took part; `score` is the team's. */
      people?: Record<string, PersonResult>
    }

export interface PersonResult {
  role: string
  score: Score
  /** Had gone before the end, on purpose. */
  left?: true
}

export interface Score {
  /** 0..1 */
  scaled: number
  passed: boolean
  passMark: number
  /** A critical mistake failed the attempt whatever the score. */
  vetoedBy?: string
  criteria: { id: string; value: number; weight: number; assessed: boolean }[]
}
