/** A point: mm, in the frame of its anchor. */
export type PointMm = readonly [number, number, number]

/** '' for the world (the workplace frame), else the thing whose frame the points are in: they move with it. */
export type Anchor = string

/** How somebody follows whom they watch; `free`: looks around on their own. */
export type WatchingWay = 'free' | 'window' | 'beside' | 'ghost' | 'eyes' | 'rewind'

export type Shape = 'stroke' | 'arrow' | 'circle' | 'label' | 'measure'

/** What somebody asks of a live session, `room.request('live', act)`. Who may ask what: `permissions.ts`. */
export type LiveAct =
  /** Takes the attention: everybody is offered to look through this person's eyes. */
  | { act: 'lead' }
  /** Gives the attention to somebody; who passed it or may moderate can take it back with `lead`. */
  | { act: 'pass'; to: string }
  /** Nobody leads any more. */
  | { act: 'let-go' }
  /** Calls everybody to follow; false lets them go their own ways. */
  | { act: 'follow-me'; on: boolean }
  /** Asks everybody, or one person, to come to a place: mm on the floor, yaw in 0.1°. Each comes by their own input. */
  | { act: 'summon'; to?: string; position: PointMm; yaw: number }
  /** Shows one person's view to all; '' ends it. */
  | { act: 'spotlight'; person: string }
  /** May the own view be shown to others? */
  | { act: 'share-view'; on: boolean }
  /** Stops the procedure for everybody, and lets it go on. */
  | { act: 'pause-all'; on: boolean }
  /**
   * Moves the procedure: takes the steps that are due as done, leaves them out, or goes back to the last one that is over.
   * `step`: that one alone.
   */
  | { act: 'step'; move: 'on' | 'back' | 'skip'; step?: string }
  /** Words for one person alone. */
  | { act: 'hint'; to: string; text: string }
  | { act: 'raise-hand'; on: boolean }
  /** Somebody else's hand has been seen to. */
  | { act: 'lower-hand'; person: string }
  /** Lets somebody speak or draw, or no longer; '' means everybody who is neither leader nor moderator. */
  | { act: 'allow'; what: 'speak' | 'draw'; person: string; on: boolean }
  /** A sign that stays a moment. */
  | { act: 'ping'; anchor: Anchor; at: PointMm }
  /** Asks everybody to look there until it is taken back (`at` null). */
  | { act: 'look-here'; anchor: Anchor; at: PointMm | null }
  /** Begins an annotation; `id` is the author's own, 1 to 12 of a-z and 0-9. Points are flat mm triples. */
  | {
      act: 'draw'
      id: string
      shape: Shape
      anchor: Anchor
      points: readonly number[]
      /** Index into the palette. */
      color: number
      text?: string
      /** Complete; else more points come. */
      done: boolean
    }
  | { act: 'draw-on'; id: string; points: readonly number[]; done: boolean }
  /** One annotation: the own, or by who leads anybody's. `key` as in LiveView. */
  | { act: 'erase'; key: string }
  /** The own last one. */
  | { act: 'undo' }
  | { act: 'erase-all' }
  /** Help with the present step, please. */
  | { act: 'ask-help'; on: boolean }
  /** Comes to help somebody who asked: own hands are shown to them as ghost hands. */
  | { act: 'help'; person: string; on: boolean }
  /** Takes over the present step of whom one helps; it ends with the step, or with `hand-back` by either. */
  | { act: 'take-over'; person: string }
  | { act: 'hand-back' }
  /** How often followers are asked what comes next: before every nth step; 0 never. */
  | { act: 'polls'; every: number }
  /** Asks now. */
  | { act: 'ask-next' }
  | { act: 'answer'; poll: number; option: string }
  /** How this person follows whom; told by their client, for the records and for who leads. */
  | { act: 'watch'; way: WatchingWay; of: string }

/** Closed list: every "no" to a live act. Each has words in the client. */
export type LiveRefusal =
  | 'not-allowed'
  | 'not-now'
  | 'unknown-person'
  | 'unknown-thing'
  | 'not-shared'
  | 'already-so'
  | 'too-many'
  | 'too-long'
  | 'no-helper'
  | 'not-helping'
  | 'nothing-to-undo'
  | 'malformed'
  | 'storage-unavailable'

export type LiveAnswer = { ok: true } | { ok: false; reason: LiveRefusal; detail?: string }
