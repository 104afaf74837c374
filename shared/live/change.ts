import type { Anchor, PointMm, Shape, WatchingWay } from './acts.ts'

/**
 * What a live act, or what became of it later, changed: the body of the numbered event `live`, whose `by` is the person it is of.
 * Plain facts for records, cues and the debrief; how things are now is in `LiveState`.
 */
export type LiveChange =
  /** The attention: `by` is who did it, or who went away with it. */
  | { what: 'led'; leader: string | null; was: string | null; how: 'taken' | 'passed' | 'let-go' | 'gone' }
  | { what: 'followMe'; on: boolean }
  | { what: 'summoned'; n: number; to: string | null; position: PointMm; yaw: number }
  /** Null: no longer. */
  | { what: 'spotlit'; person: string | null }
  | { what: 'viewShared'; on: boolean }
  | { what: 'halted'; on: boolean }
  /** `steps`: those that were taken as done, left out, or gone back to. */
  | { what: 'stepped'; move: 'on' | 'back' | 'skip'; steps: readonly string[] }
  | { what: 'hinted'; to: string; text: string; step: string | null }
  /** Of `person`, who is somebody else where it was seen to. */
  | { what: 'hand'; person: string; on: boolean }
  | { what: 'allowed'; allowance: 'speak' | 'draw'; person: string; on: boolean }
  | { what: 'pinged'; anchor: Anchor; at: PointMm }
  | { what: 'lookHere'; anchor: Anchor; at: PointMm | null }
  /** Complete; how many points it has. `step`: due for the author. */
  | {
      what: 'drawn'
      key: string
      shape: Shape
      anchor: Anchor
      points: number
      text?: string
      step: string | null
    }
  /** `of`: the authors. */
  | { what: 'erased'; keys: readonly string[]; of: readonly string[] }
  /** Off also when the step is over or the person is gone. */
  | { what: 'helpAsked'; step: string; on: boolean }
  /** `by` is the helper. */
  | { what: 'helping'; person: string; step: string; on: boolean }
  | { what: 'takenOver'; person: string; step: string }
  /** `by`: the helper, whoever ended it. */
  | {
      what: 'handedBack'
      person: string
      step: string
      why: 'step-ended' | 'handed-back' | 'gone' | 'role-changed' | 'session-ended'
      durationMs: number
    }
  | { what: 'pollEvery'; every: number }
  /** `by`: who asked, or who leads where it was asked by itself. */
  | { what: 'polled'; poll: number; step: string; options: readonly string[] }
  /** `leader`: who led meanwhile. */
  | {
      what: 'answered'
      poll: number
      step: string
      options: readonly string[]
      option: string
      right: boolean
      leader: string | null
    }
  | { what: 'pollClosed'; poll: number; step: string; answered: number; right: number }
  /** `by` watched `of` that way while `step` was due for them; null: none was. */
  | {
      what: 'observed'
      of: string
      way: WatchingWay
      step: string | null
      durationMs: number
      leader: string | null
    }
