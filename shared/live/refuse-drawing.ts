import { entityOf } from '#shared/procedure/personal.ts'
import type { Anchor, LiveRefusal, PointMm } from './acts.ts'
import type { ActOf, At } from './at.ts'
import { LIVE_COLORS, LIVE_LIMITS, POINTS_OF } from './limits.ts'
import { arePoints, isPoint, isText } from './points.ts'
import type { Annotation, LiveState } from './state.ts'

const idPattern = /^[a-z0-9]{1,12}$/

export function refuseSign(anchor: Anchor, point: PointMm, at: At): LiveRefusal | null {
  if (!isPoint(point)) return 'malformed'
  return isAnchor(anchor, at) ? null : 'unknown-thing'
}

export function refuseDraw(act: ActOf<'draw'>, live: LiveState, by: string, at: At): LiveRefusal | null {
  const { id, shape, color, text } = act
  if (!idPattern.test(id) || !Object.hasOwn(POINTS_OF, shape) || act.points.length === 0) return 'malformed'
  if (!Number.isSafeInteger(color) || color < 0 || color >= LIVE_COLORS) return 'malformed'
  if ((shape === 'label') !== (text !== undefined)) return 'malformed'
  if (text !== undefined && !isText(text)) return 'malformed'
  if (text !== undefined && text.length > LIVE_LIMITS.labelChars) return 'too-long'
  if (!isAnchor(act.anchor, at)) return 'unknown-thing'
  if (Object.hasOwn(live.annotations, `${by}/${id}`)) return 'already-so'
  const all = Object.values(live.annotations)
  if (all.length >= LIVE_LIMITS.annotations) return 'too-many'
  if (all.filter((other) => other.by === by).length >= LIVE_LIMITS.annotationsOfOne) return 'too-many'
  return refusePoints({ shape, points: [] }, act, live)
}

export function refuseDrawOn(act: ActOf<'draw-on'>, live: LiveState, by: string): LiveRefusal | null {
  const key = `${by}/${act.id}`
  const before = Object.hasOwn(live.annotations, key) ? live.annotations[key] : undefined
  if (before === undefined) return 'unknown-thing'
  if (before.done) return 'not-now'
  return refusePoints(before, act, live)
}

export function refuseErase(key: string, { annotations }: LiveState): LiveRefusal | null {
  return Object.hasOwn(annotations, key) ? null : 'unknown-thing'
}

/** More points for an annotation: in one message, for its shape, and for all there are. */
function refusePoints(
  before: Pick<Annotation, 'shape' | 'points'>,
  { points, done }: { points: readonly number[]; done: boolean },
  { annotations }: LiveState,
): LiveRefusal | null {
  if (!arePoints(points) || (points.length === 0 && !done)) return 'malformed'
  if (points.length / 3 > LIVE_LIMITS.pointsInMessage) return 'too-many'
  const { least, most } = POINTS_OF[before.shape]
  const after = (before.points.length + points.length) / 3
  if (done && after < least) return 'malformed'
  if (after > Math.min(most, LIVE_LIMITS.pointsOfOne)) return 'too-many'
  const drawn = Object.values(annotations).reduce((sum, other) => sum + other.points.length / 3, 0)
  return drawn + points.length / 3 > LIVE_LIMITS.points ? 'too-many' : null
}

/** The world, or a thing that everybody sees. */
function isAnchor(anchor: Anchor, { compiled, state }: At): boolean {
  if (anchor === '') return true
  if (!Object.hasOwn(state.entities, anchor) || entityOf(compiled, anchor) === undefined) return false
  return state.entities[anchor]?.hidden !== true
}
