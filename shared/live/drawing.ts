import type { ActOf } from './at.ts'
import type { Doing } from './doing.ts'
import type { Annotation, LiveState } from './state.ts'

export function begin(live: LiveState, act: ActOf<'draw'>, doing: Doing): LiveState {
  const { shape, anchor, points, color, text, done } = act
  const key = `${doing.by}/${act.id}`
  const drawn = live.drawn + 1
  const annotation: Annotation = {
    n: drawn,
    by: doing.by,
    shape,
    anchor,
    points: [...points],
    color,
    ...(text === undefined ? {} : { text }),
    done,
    atMs: doing.atMs,
  }
  return keep({ ...live, drawn }, key, annotation, doing)
}

export function goOn(live: LiveState, { id, points, done }: ActOf<'draw-on'>, doing: Doing): LiveState {
  const key = `${doing.by}/${id}`
  const before = live.annotations[key]
  if (before === undefined) return live
  return keep(live, key, { ...before, points: [...before.points, ...points], done }, doing)
}

/** Of who stops in the middle: what is there is all of it. */
export function finish(live: LiveState, by: string, doing: Doing): LiveState {
  const open = Object.entries(live.annotations)
    .filter(([, each]) => each.by === by && !each.done)
    .toSorted(([, a], [, b]) => a.n - b.n)
  return open.reduce((after, [key, each]) => keep(after, key, { ...each, done: true }, doing), live)
}

export function erase(live: LiveState, given: readonly string[], { tell }: Doing): LiveState {
  const keys = given.toSorted((a, b) => (a < b ? -1 : 1))
  const authors = new Set(keys.flatMap((key) => live.annotations[key]?.by ?? []))
  tell({ what: 'erased', keys, of: [...authors] })
  return {
    ...live,
    annotations: Object.fromEntries(Object.entries(live.annotations).filter(([key]) => !keys.includes(key))),
  }
}

/** Key of what this person drew last, if anything. */
export function lastOf({ annotations }: LiveState, by: string): string[] {
  return Object.keys(annotations)
    .filter((key) => annotations[key]?.by === by)
    .toSorted((a, b) => (annotations[b]?.n ?? 0) - (annotations[a]?.n ?? 0))
    .slice(0, 1)
}

function keep(live: LiveState, key: string, annotation: Annotation, { tell, stepAt }: Doing): LiveState {
  const { by, shape, anchor, points, text, done } = annotation
  if (done) {
    const words = text === undefined ? {} : { text }
    tell({ what: 'drawn', key, shape, anchor, points: points.length / 3, ...words, step: stepAt(by) }, by)
  }
  return { ...live, annotations: { ...live.annotations, [key]: annotation } }
}
