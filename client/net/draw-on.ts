import type { DrawingChange } from '#shared/live/view.ts'
import type { Drawings } from './live.ts'

/** The drawings after these changes; the same map when they change nothing. */
export function drawOn(before: Drawings, changes: readonly DrawingChange[]): Drawings {
  const after = new Map(before)
  let isSame = true
  for (const change of changes) {
    switch (change.kind) {
      case 'reset':
        isSame &&= after.size === 0 && Object.keys(change.annotations).length === 0
        after.clear()
        for (const [key, annotation] of Object.entries(change.annotations)) after.set(key, annotation)
        break
      case 'begun':
        isSame = false
        after.set(change.key, change.annotation)
        break
      case 'more': {
        const { key, from, points, done } = change
        const annotation = after.get(key)
        if (annotation === undefined) break
        isSame = false
        after.set(key, { ...annotation, points: [...annotation.points.slice(0, from), ...points], done })
        break
      }
      case 'gone':
        for (const key of change.keys) if (after.delete(key)) isSame = false
    }
  }
  return isSame ? before : after
}
