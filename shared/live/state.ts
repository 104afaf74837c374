import type { Anchor, PointMm, Shape, WatchingWay } from './acts.ts'

/**
 * What a live session adds to the procedure: who leads, what is drawn, who helps whom. Part of the engine's state (`live`, absent
 * until the first live act), plain JSON, integers only. Persons by id, spectators among them.
 */
export interface LiveState {
  /** Through whose eyes everybody may look; null: nobody leads. */
  leader: string | null
  /** Who passed the attention on, so that they may take it back. */
  passedBy: string | null
  followMe: boolean
  spotlight: string | null
  /** Whose view must not be shown to others. */
  unshared: readonly string[]
  /** By whom everybody pauses. */
  haltedBy: string | null
  summons: Summons | null
  lookHere: LookHere | null
  /** Raised hands, in order. */
  hands: readonly string[]
  /** `everybody`: those who neither lead nor moderate; `people`: besides. */
  mayDraw: Allowance
  maySpeak: Allowance
  /** By key, `<person>/<id>`; their `n` says in which order they began. */
  annotations: Readonly<Record<string, Annotation>>
  /** Annotations that were ever begun. */
  drawn: number
  help: readonly HelpAsked[]
  takeOver: TakeOver | null
  /** Before every nth step; 0: never. */
  pollEvery: number
  /** Steps begun since the last question. */
  pollCount: number
  poll: Poll | null
  /** Polls that were asked. */
  polls: number
  watching: Readonly<Record<string, Watching>>
}

export interface Allowance {
  everybody: boolean
  people: readonly string[]
  /** Who may not, whatever everybody may. */
  not: readonly string[]
}

export interface Summons {
  /** Counts up: a new call is another one. */
  n: number
  by: string
  to: string | null
  position: PointMm
  yaw: number
}

export interface LookHere {
  by: string
  anchor: Anchor
  at: PointMm
}

export interface Annotation {
  /** Counts up. */
  n: number
  by: string
  shape: Shape
  anchor: Anchor
  /** Flat mm triples, in the anchor's frame. */
  points: readonly number[]
  color: number
  text?: string
  done: boolean
  atMs: number
}

export interface HelpAsked {
  person: string
  /** Id of the step they are at. */
  step: string
  /** Who has come to help. */
  helper: string | null
}

/** `helper` stands in for `person` until `step` ends. */
export interface TakeOver {
  helper: string
  person: string
  step: string
}

/** What comes next? One option is right. A closed one stays until the next is asked. */
export interface Poll {
  n: number
  /** Id of the step that is asked for. */
  correct: string
  /** Step ids, in the order shown. */
  options: readonly string[]
  askedMs: number
  closed: boolean
  /** Person → option. */
  answers: Readonly<Record<string, string>>
}

export interface Watching {
  way: WatchingWay
  of: string
  /** Session time since when. */
  sinceMs: number
}
