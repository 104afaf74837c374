import type { Anchor, LiveAct, Shape } from '#shared/live/acts.ts'
import { LIVE_LIMITS } from '#shared/live/limits.ts'
import type { Annotation } from '#shared/live/state.ts'
import { createThinner } from './thinner.ts'
import type { Thinner } from './thinner.ts'

/** What one draws, before its points. */
export interface Draft {
  shape: Shape
  anchor: Anchor
  color: number
  text?: string
  /** How far a point may lie beside the line that is kept of it. */
  toleranceMm: number
}

/** One's own drawing until the authority has all of it. */
export interface OwnDrawing extends Pick<Thinner, 'decided' | 'tail' | 'add'> {
  readonly key: string
  readonly draft: Draft
  /** Refused, or erased meanwhile: there is no going on. */
  readonly gone: boolean
  /** Has as many points as one drawing takes: it goes on in another one. */
  readonly full: boolean
  readonly finished: boolean
}

/** The same, as its sender knows it. */
export interface Sending extends OwnDrawing {
  readonly id: string
  gone: boolean
  finished: boolean
  /** Points the authority has answered for. */
  sent: number
  /** All of it, since then; null: not yet. */
  completeMs: number | null
  /** Has been among the authority's. */
  seen: boolean
  /** The next message; null: nothing to say yet. */
  message(): Extract<LiveAct, { act: 'draw' | 'draw-on' }> | null
  /** Once finished: as it will be at the authority. */
  annotation(): Annotation
}

/** Room for what a tail may still decide on. */
const FULL = LIVE_LIMITS.pointsOfOne - 128

export function createOwnDrawing(by: string, id: string, draft: Draft): Sending {
  const { toleranceMm, ...what } = draft
  const thinner = createThinner(toleranceMm)
  let whole: Annotation | null = null
  const own: Sending = {
    key: `${by}/${id}`,
    id,
    draft,
    decided: thinner.decided,
    get tail() {
      return thinner.tail
    },
    add: thinner.add,
    gone: false,
    finished: false,
    sent: 0,
    completeMs: null,
    seen: false,
    get full() {
      return thinner.decided.length / 3 >= FULL
    },
    message() {
      thinner.decide(own.finished)
      const total = thinner.decided.length / 3
      const end = Math.min(total, own.sent + LIVE_LIMITS.pointsInMessage)
      const done = own.finished && end === total
      const points = thinner.decided.slice(own.sent * 3, end * 3)
      if (points.length === 0 && !done) return null
      if (own.sent === 0) return { act: 'draw', id, ...what, points, done }
      return { act: 'draw-on', id, points, done }
    },
    annotation() {
      thinner.decide(true)
      whole ??= { n: 0, by, ...what, points: thinner.decided, done: true, atMs: 0 }
      return whole
    },
  }
  return own
}
